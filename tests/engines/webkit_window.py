#!/usr/bin/python3
"""A window of WebKitGTK that WebKitWebDriver steers, with a disk: `webkit_window.py PROFILE DOWNLOADS INIT [--private]`.

MiniBrowser, which comes with the driver, keeps nothing once it is steered; here IndexedDB lies below PROFILE as it does
in a browser. INIT is a script that runs before the page's own.

Knows: Debian's python3-gi, hence its own Python. Never: anything of Linealen.
"""
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

NAME = "Linealen's window"


def open_view(context: WebKit2.WebContext, init: str) -> WebKit2.WebView:
    scripts = WebKit2.UserContentManager()
    scripts.add_script(WebKit2.UserScript.new(init, WebKit2.UserContentInjectedFrames.TOP_FRAME,
                                              WebKit2.UserScriptInjectionTime.START, None, None))
    view = WebKit2.WebView(web_context=context, user_content_manager=scripts, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=900, default_height=1000)
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    return view


def main(profile: str, downloads: str, init: str, *more: str) -> None:
    if "--private" in more:
        manager = WebKit2.WebsiteDataManager.new_ephemeral()
    else:
        manager = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data/page",
                                             base_cache_directory=f"{profile}/cache/page")
    context = WebKit2.WebContext(website_data_manager=manager)
    context.set_automation_allowed(True)
    text = Path(init).read_text()

    def begin(_, session) -> None:
        about = WebKit2.ApplicationInfo()
        about.set_name(NAME)
        about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
        session.set_application_info(about)
        session.connect("create-web-view", lambda _: open_view(context, text))

    def place(download, suggested: str) -> bool:
        download.set_destination(Path(downloads, suggested).as_uri())
        return True

    context.connect("automation-started", begin)
    context.connect("download-started", lambda _, download: download.connect("decide-destination", place))
    Gtk.main()


if __name__ == "__main__":
    main(*(word for word in sys.argv[1:] if not word.startswith("--automation")))
