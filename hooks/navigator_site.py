"""MkDocs adapter: hands the site's files to MkDocs and puts the theme's shell around the pages. It decides nothing."""

from __future__ import annotations

import gc
import html
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the program stands beside the hooks and is not installed

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from navigator import blocks, links
from navigator.editing import Editing
from navigator.problem import DataError
from navigator.publish import File as Made
from navigator.publish import publish

_state: dict[str, Any] = {}
TITLE, DESCRIPTION, CONTENT = "@@TITLE@@", "@@DESCRIPTION@@", "@@CONTENT@@"


def on_startup(command: str, dirty: bool) -> None:
    """Let the collector rest for a single build, in which all that is read stays to the end."""
    if command == "build":
        gc.disable()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out the theme's sitemap: it knows none of our pages, and its packed copy differs from build to build."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def _without_sitemap(files: Files) -> None:
    for file in [each for each in files if each.src_uri == "sitemap.xml"]:
        files.remove(file)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every file of the site; pages get their shell in on_env."""
    _without_sitemap(files)
    root = Path(config.config_file_path).parent
    try:
        made = list(publish(root, _setting(config, "edit"), _setting(config, "base")))
    except DataError as error:
        raise PluginError(_told(error)) from None
    _state["pages"] = [each for each in made if each.page]
    _state["blocks"] = {each.block: each.content for each in made if each.block}
    for each in (each for each in made if not each.block):
        files.append(File.generated(config, each.url, content=each.content, inclusion=InclusionLevel.INCLUDED))
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Show an edit of the data at once: the pages of what was edited first, the rest of the site behind them."""
    gc.freeze()  # what was read stays
    root = Path(config.config_file_path).parent
    editing = Editing(root, Path(config.site_dir), builder, _setting(config, "edit"), _setting(config, "base"))

    def follow() -> None:
        try:
            editing.follow()
        except DataError as error:
            raise Abort(_told(error)) from None

    server.builder = follow
    return server


def _told(error: DataError) -> str:
    return f"the data cannot be published\n\n{error}\n\n{len(error.problems)} problems; nothing was written"


def _setting(config: MkDocsConfig, name: str) -> str:
    """A setting of the site: from the environment (NAVIGATOR_EDIT), else from mkdocs.yml."""
    return os.environ.get(f"NAVIGATOR_{name.upper()}") or config.extra.get(name) or ""


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    _state["nav"] = nav
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let people write [4.3](gsbpm:4.3) in content: ids become links to the pages. Computed blocks are put in."""
    return links.to_pages(blocks.fill(markdown, _state["blocks"]), page.file.src_uri)


def on_page_content(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The corner of a table in Markdown is no heading: a screen reader would announce an empty one."""
    return text.replace("<th></th>", "<td></td>")


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Render the theme once for each depth of folder, and put every page into it."""
    shells: dict[int, list[str]] = {}
    for each in _state.pop("pages"):
        depth = each.url.count("/")
        if depth not in shells:
            shells[depth] = _shell(env, config, files, depth)
        file = files.get_file_from_path(each.url)
        file.content_string = _fill(shells[depth], each)
    return env


def _shell(env: Any, config: MkDocsConfig, files: Files, depth: int) -> list[str]:
    file = File.generated(config, "x/" * depth + "shell.md", content="x")
    page = Page(TITLE, file, config)
    page.content, page.markdown, page.toc = CONTENT, "", TableOfContents([])
    page.meta = {"generated": True, "description": DESCRIPTION, "title": TITLE}
    text = env.get_template("main.html").render(get_context(_state["nav"], files.documentation_pages(), config, page))
    head, _, tail = text.partition(CONTENT)
    return [head, tail]


def _fill(shell: list[str], made: Made) -> str:
    head, tail = shell
    head = head.replace(TITLE, html.escape(made.page.title)).replace(DESCRIPTION, html.escape(made.page.description))
    return head + made.content + tail


def on_post_build(config: MkDocsConfig) -> None:
    """Refuse a site with a link that leads nowhere."""
    broken = links.broken(Path(config.site_dir))
    if broken:
        raise PluginError("links that lead nowhere\n\n" + "\n".join(map(str, broken)) + f"\n\n{len(broken)} links")
