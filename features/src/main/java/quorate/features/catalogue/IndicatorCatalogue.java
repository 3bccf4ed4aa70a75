package quorate.features.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every indicator by name.
public final class IndicatorCatalogue {
  private static final Map<String, IndicatorEntry> ENTRIES = entries();

  private IndicatorCatalogue() {}

  private static Map<String, IndicatorEntry> entries() {
    List<IndicatorEntry> all = new ArrayList<>();
    all.addAll(AverageEntries.all());
    all.addAll(MomentumEntries.all());
    all.addAll(VolatilityEntries.all());
    Map<String, IndicatorEntry> byName = new LinkedHashMap<>();
    for (IndicatorEntry entry : all) {
      if (byName.put(entry.name(), entry) != null) {
        throw new IllegalStateException("two indicators are called \"" + entry.name() + "\"");
      }
    }
    return byName;
  }

  /// All entries, by subject.
  public static List<IndicatorEntry> all() {
    return List.copyOf(ENTRIES.values());
  }

  public static Set<String> names() {
    return ENTRIES.keySet();
  }

  /// The entry of this name, null when there is none.
  public static @Nullable IndicatorEntry find(String name) {
    return ENTRIES.get(name);
  }
}
