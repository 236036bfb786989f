"""The platform on which a Vietnamese province runs its administrative reform."""
