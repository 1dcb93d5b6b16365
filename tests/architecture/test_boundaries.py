"""Each library and each effect has its one place in the generator."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.modules import GENERATOR, RUNTIME, Module, modules

GENERATOR_MODULES = modules(GENERATOR, "typedsoap")
RUNTIME_MODULES = modules(RUNTIME, "runtime")

# What is imported, and the modules (below `typedsoap.`) that may: `verify` stands for
# `verify` itself, `verify_pages` and `verify.pages`.
ALLOWED_IMPORTS = {
    "click": "cli",
    "lxml": "source|xml|wsdl|schema|verify",
    "xsdata": "bindings",
    "jinja2": "render|bindings",
    "black": "formatting",
    "toposort": "nothing",
    "urllib3": "fetch",
    "http": "serve|verify",
    "socket": "serve|verify",
    "socketserver": "serve|verify",
    "ssl": "fetch",
    "urllib.request": "nothing",
    "wsgiref": "serve|verify",
    "ftplib": "nothing",
    "smtplib": "nothing",
    "asyncio": "nothing",
    "tempfile": "output|cache|serve|verify|child|revisions",
    "subprocess": "serve|verify|child|revisions",
    "runpy": "serve|verify|child",
    "shutil": "output",
    "tarfile": "revisions",
    "zipfile": "revisions",
}

WRITING_METHODS = {
    "mkdir",
    "rename",
    "rmdir",
    "symlink_to",
    "touch",
    "unlink",
    "write_bytes",
    "write_text",
}
WRITING_FUNCTIONS = {
    "fdopen",
    "link",
    "makedirs",
    "mkdir",
    "open",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "symlink",
    "unlink",
}
MAY_WRITE = "output|cache"
# Programs that only an isolated child interpreter runs.
RUNS_GENERATED_CODE = r"verify\.child|serve\.child"


def _may(module: Module, places: str) -> bool:
    own = module.name.partition(".")[2]
    return re.match(rf"(?:{places})(?![a-z])", own) is not None


def _imports(module: Module, library: str) -> bool:
    return any(f"{name}.".startswith(f"{library}.") for name in module.imports())


def _is_write(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id="os"), attr=name):
            to_nowhere = call.args and ast.unparse(call.args[0]) == "os.devnull"
            return name in WRITING_FUNCTIONS and not to_nowhere
        case ast.Name(id="open") | ast.Attribute(attr="open"):
            modes = [a.value for a in call.args if isinstance(a, ast.Constant)]
            modes += [
                k.value.value
                for k in call.keywords
                if k.arg == "mode" and isinstance(k.value, ast.Constant)
            ]
            return any(
                set("wax+") & set(str(mode)) and len(str(mode)) < 4 for mode in modes
            )
        case ast.Attribute(attr=name):
            return name in WRITING_METHODS
        case _:
            return False


def _writes(module: Module) -> list[int]:
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if _is_write(call)]


@pytest.mark.parametrize("library", ALLOWED_IMPORTS)
def test_library_is_used_only_in_its_place(library: str) -> None:
    places = ALLOWED_IMPORTS[library]
    strangers = [
        module.name
        for module in GENERATOR_MODULES
        if _imports(module, library) and not _may(module, places)
    ]
    assert strangers == []


def test_only_files_writes_files() -> None:
    writers = {
        module.name: lines
        for module in GENERATOR_MODULES
        if (lines := _writes(module)) and not _may(module, MAY_WRITE)
    }
    assert writers == {}


def test_a_write_is_recognised() -> None:
    def is_write(source: str) -> bool:
        call = ast.parse(source, mode="eval").body
        assert isinstance(call, ast.Call)
        return _is_write(call)

    assert is_write("open(path, 'w')")
    assert is_write("path.open(mode='ab')")
    assert is_write("path.write_text(text)")
    assert is_write("os.replace(a, b)")
    assert not is_write("os.open(os.devnull, os.O_WRONLY)")
    assert not is_write("open(path)")
    assert not is_write("path.open('rb')")
    assert not is_write("text.replace('a', 'w')")


def test_the_generator_executes_no_code() -> None:
    """Not even what it generated: that needs a child interpreter."""
    executing = {"eval", "exec", "compile", "__import__"}
    found = [
        f"{module.name}:{node.lineno}"
        for module in GENERATOR_MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in executing
    ]
    assert found == []
    importing = [
        module.name
        for module in GENERATOR_MODULES
        for name in module.imports()
        if f"{name}.".startswith(
            ("importlib.import_module.", "importlib.util.module_from_spec.")
        )
        and not _may(module, RUNS_GENERATED_CODE)
    ]
    assert importing == []


def test_the_client_runtime_does_not_know_the_tool() -> None:
    known = [module.name for module in RUNTIME_MODULES if _imports(module, "typedsoap")]
    assert known == []


def test_only_the_transport_knows_the_http_library() -> None:
    users = [module.name for module in RUNTIME_MODULES if _imports(module, "urllib3")]
    assert users
    assert all(name.startswith("runtime.urllib3_") for name in users)
