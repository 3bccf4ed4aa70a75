package quorate.domain.settings;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `${NAME:default}` in texts, replaced from an environment.
///
/// @param environment the value of a variable, null when it is not set
record Placeholders(Function<String, @Nullable String> environment) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)(?::([^}]*))?}");

  /// The text with every placeholder replaced.
  ///
  /// @throws IllegalArgumentException when a variable without a default is not set; the message
  ///   continues the name of what needs it
  String fill(String text) {
    if (!text.contains("${")) {
      return text;
    }
    Matcher placeholder = PLACEHOLDER.matcher(text);
    StringBuilder result = new StringBuilder();
    while (placeholder.find()) {
      String variable = placeholder.group(1);
      String value = environment.apply(variable);
      if (value == null) {
        value = placeholder.group(2);
      }
      if (value == null) {
        throw new IllegalArgumentException(
            "needs the environment variable %s, which is not set; set it or write ${%s:default}"
                .formatted(variable, variable));
      }
      placeholder.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    placeholder.appendTail(result);
    return result.toString();
  }
}
