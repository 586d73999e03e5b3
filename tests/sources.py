"""What modules import, for tests that look through all of them."""

import ast


def imports(source: str, names: set[str]) -> bool:
    """Whether a module takes one of these names from another module."""
    # To parse a module takes a hundred times as long as to look for a word in it.
    return any(name in source for name in names) and any(
        isinstance(node, ast.ImportFrom) and names & {alias.name for alias in node.names}
        for node in ast.walk(ast.parse(source))
    )
