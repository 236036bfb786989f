"""The design system: frame, components, tokens; it gets plain values, never a model."""
