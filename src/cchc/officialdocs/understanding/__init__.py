"""From what stands on the paper to what it means: header, targets, tasks, times, money, agencies.

Everything here is pure: text and places in, values out. Nothing raises on strange input; what is
not understood is left empty and said in a doubt.
"""
