"""All that knows Typer: groups, help, wrong usage, completion, options."""
