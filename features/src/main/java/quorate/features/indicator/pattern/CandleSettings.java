package quorate.features.indicator.pattern;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What every [CandleMeasure] means.
///
/// @param byMeasure one setting for each measure
public record CandleSettings(Map<CandleMeasure, CandleSetting> byMeasure) {
  private static final CandleSettings DEFAULTS = defaultsOfTaLib();

  public CandleSettings {
    EnumMap<CandleMeasure, CandleSetting> copy = new EnumMap<>(CandleMeasure.class);
    copy.putAll(byMeasure);
    for (CandleMeasure measure : CandleMeasure.values()) {
      if (!copy.containsKey(measure)) {
        throw new IllegalArgumentException(
            "every measure must have a setting, but %s has none".formatted(measure.text()));
      }
    }
    byMeasure = Collections.unmodifiableMap(copy);
  }

  private static CandleSettings defaultsOfTaLib() {
    Map<CandleMeasure, CandleSetting> usual = new EnumMap<>(CandleMeasure.class);
    for (CandleMeasure measure : CandleMeasure.values()) {
      usual.put(measure, measure.usual());
    }
    return new CandleSettings(usual);
  }

  /// TA-Lib's.
  public static CandleSettings defaults() {
    return DEFAULTS;
  }

  /// These with one setting changed.
  public CandleSettings with(CandleMeasure measure, CandleSetting setting) {
    Map<CandleMeasure, CandleSetting> changed = new EnumMap<>(byMeasure);
    changed.put(measure, setting);
    return new CandleSettings(changed);
  }

  public CandleSetting of(CandleMeasure measure) {
    CandleSetting setting = byMeasure.get(measure);
    if (setting == null) {
      throw new IllegalStateException("no setting of " + measure.text());
    }
    return setting;
  }
}
