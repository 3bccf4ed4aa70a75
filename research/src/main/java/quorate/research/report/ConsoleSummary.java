package quorate.research.report;

import java.util.List;
import quorate.research.page.Figures;
import quorate.research.performance.Metric;
import quorate.research.performance.Performance;

/// Several runs as a table for a terminal, 80 columns wide, with what can honestly be said of each
/// below it.
public final class ConsoleSummary {
  private static final int WIDTH = 80;
  private static final int NAME = 24;
  private static final int[] COLUMNS = {9, 9, 7, 9, 7, 9};
  private static final String[] HEADS = {
    "return", "holding", "Sharpe", "drawdown", "trades", "costs"
  };

  private ConsoleSummary() {}

  /// @param drawn whether lines are drawn; plain text, ASCII but for the numbers' signs, otherwise
  public static String of(List<RunSummary> runs, boolean drawn) {
    StringBuilder out = new StringBuilder();
    String rule = (drawn ? "─" : "-").repeat(WIDTH) + "\n";
    out.append(row("run", List.of(HEADS))).append(rule);
    for (RunSummary run : runs) {
      out.append(row(run.playbook(), figures(run.performance())));
    }
    out.append(rule);
    for (RunSummary run : runs) {
      String verdict =
          run.playbook() + ": " + Headline.of(run) + " " + run.performance().luck().sentence();
      out.append(wrapped(verdict));
      run.troubles().forEach(trouble -> out.append(trouble).append('\n'));
    }
    String text = out.toString();
    return drawn ? text : text.replace('−', '-').replace('\u202F', ' ').replace('–', '-');
  }

  private static List<String> figures(Performance performance) {
    return List.of(
        FiguresSection.written(Metric.TOTAL_RETURN, performance),
        FiguresSection.written(Metric.BENCHMARK_RETURN, performance),
        FiguresSection.written(Metric.SHARPE, performance),
        FiguresSection.written(Metric.MAXIMUM_DRAWDOWN, performance),
        FiguresSection.written(Metric.TRADES, performance),
        Figures.number(performance.costs().total(), 0));
  }

  private static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder(fitted(name));
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      row.append(" ".repeat(Math.max(1, COLUMNS[i] + 1 - cell.length()))).append(cell);
    }
    return row.append('\n').toString();
  }

  /// The name in its column; the end of a long one gives way to two dots.
  private static String fitted(String name) {
    if (name.length() <= NAME) {
      return name + " ".repeat(NAME - name.length());
    }
    return name.substring(0, NAME - 2) + "..";
  }

  /// Lines of at most the width, all but the first set in.
  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append("\n  ");
        column = 2;
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    return out.append('\n').toString();
  }
}
