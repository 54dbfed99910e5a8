"""The command line: signatures, help and wiring. A command reads, calls a pure function, and hands a frozen value to a renderer."""
