package quorate.app.draft;

import java.util.ArrayList;
import java.util.List;
import quorate.app.terminal.StopException;
import quorate.app.terminal.WrongNameException;
import quorate.lake.Dataset;
import quorate.lake.silver.RowKind;

/// Which data set of the lake a drafted playbook reads.
final class LakeChoice {
  private static final int LISTED = 12;

  private LakeChoice() {}

  /// The only one that fits what the user has said.
  ///
  /// @param name of the playbook: where neither symbol nor data is said, the one data set that is
  ///   called so or whose symbol is, in any case
  /// @param symbol empty for any
  /// @param data `source/dataset` or the data set's name; empty for any
  /// @throws WrongNameException when none fits, or several do
  static Dataset of(List<Dataset> all, String name, String symbol, String data) {
    List<Dataset> tradable =
        all.stream().filter(each -> each.kind() != RowKind.OPEN_INTEREST).toList();
    if (tradable.isEmpty()) {
      throw new StopException(
          "a playbook reads what the lake holds, but it is empty; ./quorate ingest fills it");
    }
    List<Dataset> fitting =
        tradable.stream()
            .filter(each -> symbol.isEmpty() || each.symbol().equals(symbol))
            .filter(each -> data.isEmpty() || isNamed(each, data))
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    List<Dataset> called =
        fitting.stream()
            .filter(each ->
                name.equalsIgnoreCase(each.dataset()) || name.equalsIgnoreCase(each.symbol()))
            .toList();
    if (symbol.isEmpty() && data.isEmpty() && called.size() == 1) {
      return called.getFirst();
    }
    throw new WrongNameException(
        fitting.isEmpty()
            ? "the lake must hold the data of the playbook, but it holds only %s"
                .formatted(listed(tradable))
            : "the data of the playbook must be one of the lake's; choose with --symbol or --data among %s"
                .formatted(listed(fitting)));
  }

  private static boolean isNamed(Dataset each, String data) {
    return data.equals(each.dataset()) || data.equals(each.path());
  }

  private static String listed(List<Dataset> datasets) {
    List<String> names = new ArrayList<>();
    datasets.stream().limit(LISTED).forEach(each -> names.add(each.toString()));
    return String.join("; ", names)
        + (datasets.size() > LISTED ? " and %d more".formatted(datasets.size() - LISTED) : "");
  }
}
