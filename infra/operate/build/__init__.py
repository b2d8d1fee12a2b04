"""What follows `sam build`: the artifact is trimmed to what it calls, compiled, and measured."""
