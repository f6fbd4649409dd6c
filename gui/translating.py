"""Words on screen: English plural forms always, another language where its file is there.

A language is added with ``assets/translations/deskbrief_<locale>.qm``, made from the ``.ts`` of the
same name; ``tools/translations`` says how.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from briefing import resources

_SOURCE = "deskbrief_en"
"""The plural forms of the language that the program is written in."""


def install(app: QCoreApplication, locale: QLocale | None = None) -> tuple[str, ...]:
    """Make the program speak the system's language where it can; return the files in use.

    What a language's file leaves out is shown in English.
    """
    locale = locale or QLocale.system()
    used = [_add(app, _SOURCE)]
    if locale.language() is not QLocale.Language.English:
        used.append(_add_by_locale(app, "deskbrief", locale))
        # Qt's own words follow those of the program: half a window in each language helps nobody.
        used.append(_add_by_locale(app, "qtbase", locale) if used[-1] else "")
    return tuple(name for name in used if name)


def _add(app: QCoreApplication, name: str) -> str:
    translator = QTranslator(app)
    if not translator.load(str(resources.assets("translations", f"{name}.qm"))):
        return ""
    app.installTranslator(translator)
    return name


def _add_by_locale(app: QCoreApplication, stem: str, locale: QLocale) -> str:
    translator = QTranslator(app)
    own = str(resources.assets("translations"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not any(translator.load(locale, stem, "_", folder) for folder in (own, qt)):
        return ""
    app.installTranslator(translator)
    return stem
