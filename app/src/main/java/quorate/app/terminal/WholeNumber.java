package quorate.app.terminal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A whole number on the command line, whose digits may be grouped by underscores as in Java:
/// 100_000.
public final class WholeNumber implements ITypeConverter<Long> {
  @Override
  public Long convert(String value) {
    try {
      return Long.parseLong(value.replaceAll("(?<=\\d)_+(?=\\d)", ""));
    } catch (NumberFormatException e) {
      // In picocli's own words, which Complaints reads.
      throw new TypeConversionException("'%s' is not a long".formatted(value));
    }
  }
}
