"""What boards decide: who answers for which days, who stands where in a group; pure."""
