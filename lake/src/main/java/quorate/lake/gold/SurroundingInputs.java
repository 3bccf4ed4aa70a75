package quorate.lake.gold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.features.surroundings.SurroundingKind;
import quorate.features.surroundings.Surroundings;

/// What surrounds the instruments of a run, and the files that it was read from.
///
/// @param surroundings what features may look at
/// @param files of each kind, in the order of the playbook, with checksums of what they say
public record SurroundingInputs(
    Surroundings surroundings, Map<SurroundingKind, List<InputReferenced>> files) {
  public SurroundingInputs {
    Map<SurroundingKind, List<InputReferenced>> copy = new EnumMap<>(SurroundingKind.class);
    files.forEach((kind, inputs) -> copy.put(kind, List.copyOf(inputs)));
    files = copy;
  }

  /// Nothing.
  public static SurroundingInputs none() {
    return new SurroundingInputs(Surroundings.none(), Map.of());
  }

  /// All files, one kind after the other.
  public List<InputReferenced> references() {
    return files.values().stream().flatMap(List::stream).toList();
  }

  /// The files that some columns look at.
  List<InputReferenced> of(Collection<String> columns) {
    List<InputReferenced> looked = new ArrayList<>();
    for (SurroundingKind kind : SurroundingKind.in(columns)) {
      looked.addAll(files.getOrDefault(kind, List.of()));
    }
    return looked;
  }
}
