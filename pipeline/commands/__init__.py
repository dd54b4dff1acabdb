"""What each command of the program does and prints: one module a command, each with `execute(args) -> exit code`."""
