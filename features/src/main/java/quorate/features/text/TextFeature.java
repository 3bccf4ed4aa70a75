package quorate.features.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The features that a symbol's texts give, for the catalogue and for people.
///
/// With a text's weight w = confidence × relevance × influence, its sentiment s, and d = 2^(−age /
/// half-life) at the time that is looked at; a bar is what came since the look before.
public enum TextFeature {
  SENTIMENT("Sentiment that fades", "Σ w·d·s / (Σ w·d + prior)", "−1 to 1"),
  MEAN("Mean sentiment", "Σ w·d·s / Σ w·d; 0 without weight", "−1 to 1"),
  DISPERSION(
      "Disagreement of the texts", "√(Σ w·d·(s − mean)² / Σ w·d); 0 without weight", "0 to 1"),
  INTENSITY("How much is being said", "Σ d", "texts"),
  COUNT("Texts of the bar", "number of texts in the bar", "texts"),
  BAR_MEAN("Mean sentiment of the bar", "Σ w·s / Σ w over the bar; 0 without weight", "−1 to 1"),
  NOVELTY(
      "Share of the bar that was not said before",
      "mean over the bar of 1 − the largest similarity with a text remembered; 0 without texts",
      "0 to 1");

  private final String title;
  private final String formula;
  private final String unit;

  TextFeature(String title, String formula, String unit) {
    this.title = title;
    this.formula = formula;
    this.unit = unit;
  }

  /// As it is written in `text(...)`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  public String formula() {
    return formula;
  }

  public String unit() {
    return unit;
  }

  /// The names of all.
  public static List<String> names() {
    return Arrays.stream(values()).map(TextFeature::text).toList();
  }

  /// The one of this name.
  public static Optional<TextFeature> find(String name) {
    return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
  }
}
