"""The distribution, as pip would install it."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A folder with what a wheel installs."""
    tmp_path = tmp_path_factory.mktemp("wheel")
    source = tmp_path / "source"
    left_out = shutil.ignore_patterns("tests", "*.egg-info", "build", "__pycache__")
    shutil.copytree(HERE, source, ignore=left_out)
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)
    (made,) = tmp_path.glob("pytest_topo_gc-*-py3-none-any.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(made).extractall(site)
    return site


def test_pytest_finds_the_plugin_of_a_wheel(suite, wheel):
    suite.write("test_one.py", "def test_nothing():\n    pass\n")
    run = suite.run(plugins=(), env={"PYTHONPATH": str(wheel)})
    assert run.status == 0, run
    assert "topo-gc: deferred unbuild is off" in run.output
    assert "topo-gc-0.1.0" in run.output


def test_the_package_of_a_wheel_is_typed_and_needs_no_pytest(wheel):
    program = "import sys; sys.modules['pytest'] = None; import topo_gc; print(topo_gc.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(wheel)}
    ran = subprocess.run([sys.executable, "-S", "-c", program], env=environment, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.strip()) == (0, str(wheel / "topo_gc/__init__.py")), ran.stderr
    assert (wheel / "topo_gc/py.typed").exists()


def test_it_is_for_python_3_8():
    """Nothing newer is used than that version's grammar."""
    for path in (HERE / "src").rglob("*.py"):
        ast.parse(path.read_text(), feature_version=(3, 8))


def test_it_needs_nothing_but_the_standard_library_and_pytest():
    """And what is there where topology_docker is: that needs docker-py."""
    needed = {
        name.split(".")[0]
        for path in (HERE / "src").rglob("*.py")
        for node in ast.walk(_without_types(ast.parse(path.read_text())))
        for name in _imported(node)
    }
    assert needed - set(sys.stdlib_module_names) == {
        "pytest", "docker", "topology", "topology_docker", "topo_gc",
    }


def test_the_package_needs_nothing_of_the_plugin():
    needed = {
        name.split(".")[0]
        for path in (HERE / "src/topo_gc").rglob("*.py")
        for node in ast.walk(_without_types(ast.parse(path.read_text())))
        for name in _imported(node)
    }
    assert needed <= set(sys.stdlib_module_names)


def _without_types(module):
    """Without what only type checkers import."""
    module.body = [
        node
        for node in module.body
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    ]
    return module


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module]
    return []
