"""The mock server: generated code, gated, in a child interpreter."""
