"""What many tests share: the real tree with its report and site, and small trees to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from navigator import answer, check
from navigator.check import Report
from navigator.view.site import Site
from tests import trees
from tests.trees import Tree


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write the golden pages and the messages of rejected examples anew; read the difference before you commit it"
    parser.addoption("--golden", action="store_true", help=text)


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected texts are to be written anew instead of compared."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return trees.ROOT


@pytest.fixture(scope="session")
def report(root: Path) -> Report:
    """The check of the real data."""
    return check.check(root)


@pytest.fixture(scope="session")
def site_report(report: Report) -> Site:
    """The real catalogue and graph, as views see them."""
    return answer.site_of(report)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A small valid tree of its own for one test: write into it what you like."""
    return trees.plant(tmp_path / "tree")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The small valid tree, shared: read it, leave it as it is."""
    return trees.plant(tmp_path_factory.mktemp("example") / "tree")


@pytest.fixture(scope="session")
def example_report(example: Tree) -> Report:
    return example.check()


@pytest.fixture(scope="session")
def example_site(example_report: Report) -> Site:
    """The site of the small tree."""
    return answer.site_of(example_report)


@pytest.fixture
def problems_of(tree: Tree) -> Callable[[str], list[str]]:
    """What the check says, one line a problem, when the files of a bundle are laid over the small tree."""

    def problems_of(bundle: str) -> list[str]:
        tree.lay(bundle)
        return tree.told()

    return problems_of
