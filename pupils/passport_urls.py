from django.urls import path

from pupils.views import (
    about_me,
    class_sheet,
    clips,
    intakes,
    library,
    line_readers,
    passport_oversight,
    passport_preview,
    passport_symbols,
    passports,
    printing,
    strategies,
    supply,
)

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_CLIP = f"{_CHILD}about-me/voice/<uuid:clip>/"
_STRATEGY = f"{_CHILD}strategies/<uuid:strategy>/"
_VERSION = f"{_CHILD}passport/versions/<uuid:version>/"
_SENTENCE = "<slug:school>/strategies/<uuid:sentence>/"

_FILES = "<slug:school>/passports/files/"
_CLASS = "<slug:school>/classes/<uuid:group>/"

urlpatterns = [
    path(f"{_CLASS}who-needs-what/", class_sheet.sheet, name="class_sheet"),
    path(f"{_CLASS}tried/", class_sheet.tried, name="class_tried"),
    path(f"{_CLASS}supply/", supply.supply, name="class_supply"),
    path(f"{_CLASS}supply/<uuid:supply_link>/end/", supply.supply_end, name="supply_end"),
    path("supply/<str:secret>/", supply.supply_sheet, name="supply_sheet"),
    path(f"{_CLASS}passports/", printing.class_passports, name="class_passports"),
    path(
        "<slug:school>/passports/prints/<uuid:passport_print>/",
        printing.class_print,
        name="class_print",
    ),
    path(_FILES, intakes.intakes, name="passport_intakes"),
    path(f"{_FILES}<uuid:intake>/", intakes.intake, name="passport_intake"),
    path(f"{_FILES}<uuid:intake>/take-in/", intakes.intake_take, name="passport_intake_take"),
    path(f"{_FILES}<uuid:intake>/forget/", intakes.intake_discard, name="passport_intake_discard"),
    path(f"{_FILES}<uuid:intake>/back/", intakes.intake_back, name="passport_intake_back"),
    path(
        f"{_FILES}<uuid:intake>/<uuid:intake_file>/",
        intakes.intake_decide,
        name="passport_intake_decide",
    ),
    path(f"{_CHILD}passport/print/", printing.passport_print, name="passport_print"),
    path(f"{_CHILD}passport/print/measure/", printing.passport_measure, name="passport_measure"),
    path(
        f"{_CHILD}passport/print/<uuid:contact>/",
        printing.passport_handout,
        name="passport_handout",
    ),
    path(f"{_CHILD}passport/seen-by/", passport_preview.passport_preview, name="passport_preview"),
    path(f"{_CHILD}passport/readers/", line_readers.readers, name="line_readers"),
    path(f"{_CHILD}passport/readers/add/", line_readers.add, name="line_reader_add"),
    path(
        f"{_CHILD}passport/readers/<uuid:line_reader>/end/",
        line_readers.end,
        name="line_reader_end",
    ),
    path(f"{_CHILD}about-me/", about_me.about_me, name="about_me"),
    path(f"{_CHILD}about-me/ask/", about_me.about_me_ask, name="about_me_ask"),
    path(f"{_CHILD}about-me/voice/", clips.clip_record, name="clip_record"),
    path(_CLIP, clips.clip, name="clip"),
    path(f"{_CLIP}words/", clips.clip_words, name="clip_words"),
    path(f"{_CLIP}take-back/", clips.clip_take_back, name="clip_take_back"),
    path(f"{_CHILD}passport/symbols/", passport_symbols.passport_symbols, name="passport_symbols"),
    path(f"{_CHILD}passport/symbols/choose/", passport_symbols.symbol_choose, name="symbol_choose"),
    path(f"{_CHILD}passport/", passports.passport, name="child_passport"),
    path(f"{_CHILD}passport/read/", passports.read, name="passport_read"),
    path(f"{_CHILD}passport/read-again/", passports.ask_again, name="passport_ask_again"),
    path(f"{_CHILD}passport/save/", passports.save, name="passport_save"),
    path(f"{_CHILD}passport/line/", passports.line, name="passport_line"),
    path(f"{_CHILD}passport/asides/<uuid:aside>/", passports.aside, name="passport_aside"),
    path(f"{_CHILD}passport/versions/", passport_oversight.versions, name="passport_versions"),
    path(_VERSION, passport_oversight.version, name="passport_version"),
    path(f"{_VERSION}seen/", passport_oversight.seen, name="passport_seen"),
    path(f"{_CHILD}strategies/library/", strategies.pick, name="strategy_pick"),
    path(f"{_CHILD}strategies/add/", strategies.add, name="strategy_add"),
    path(_STRATEGY, strategies.change, name="strategy_change"),
    path(f"{_STRATEGY}end/", strategies.end, name="strategy_end"),
    path(f"{_STRATEGY}confirm/", strategies.confirm, name="strategy_confirm"),
    path(
        "federation/passports/",
        passport_oversight.federation_passports,
        name="federation_passports",
    ),
    path("<slug:school>/passports/", passport_oversight.passports, name="passports"),
    path("<slug:school>/strategies/", library.sentences, name="strategy_library"),
    path("<slug:school>/strategies/add/", library.add, name="library_add"),
    path(_SENTENCE, library.change, name="library_change"),
    path(f"{_SENTENCE}wording/", library.reword, name="library_reword"),
    path(f"{_SENTENCE}retire/", library.retire, name="library_retire"),
]
