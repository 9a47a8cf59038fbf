"""Build tooling of the installers; never shipped."""
