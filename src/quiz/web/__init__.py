"""The quiz in any browser, for a class: the only package that knows Starlette."""
