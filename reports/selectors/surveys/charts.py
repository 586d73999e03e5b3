"""The drawing of a round: shares that agree, beside the time before."""

from aylsham.charts import Drawing, Series, bar_chart
from reports.surveys.tally import Results


def chart_of(results: Results) -> Drawing | None:
    """Bars for each statement that is shown; its table says the same."""
    shown = [line for line in results.lines if line.percent is not None]
    if not shown:
        return None
    series = [Series("Now", tuple(line.percent for line in shown))]
    if any(line.before is not None for line in shown):
        series.append(Series("Time before", tuple(line.before for line in shown)))
    labels = [line.statement.words for line in shown]
    return bar_chart("How many of a hundred agree", labels, series, unit="%", key="survey")
