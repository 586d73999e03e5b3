"""How each kind of ask is answered on the page itself."""
