"""From contracts to what the templates see; `package.build_package` is the way in."""
