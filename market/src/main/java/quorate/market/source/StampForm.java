package quorate.market.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quorate.domain.Scaled;

/// Reads the text of a time; each form is made once for a source.
///
/// The forms that real files are full of (epochs, ISO, digits of fixed order) read bytes without
/// allocating; other patterns go through [DateTimeFormatter].
interface StampForm {
  /// @throws DateTimeException when the text is not a time of this form or the time does not exist
  void read(byte[] bytes, int from, int to, Stamp into);

  /// Refuses what [#of] refuses.
  static void check(String declared) {
    Objects.requireNonNull(of(declared));
  }

  /// The form that a mapping declares.
  ///
  /// @throws DateTimeException when it is neither a known word nor a pattern
  static StampForm of(String declared) {
    return switch (declared) {
      case "epoch_s" -> new Epoch(9);
      case "epoch_ms" -> new Epoch(6);
      case "epoch_us" -> new Epoch(3);
      case "epoch_ns" -> new Epoch(0);
      case "ms_of_day" -> new MillisOfDay();
      case "iso" -> new Iso();
      default -> {
        StampForm digits = DigitForm.of(declared);
        yield digits == null ? Formatted.of(declared) : digits;
      }
    };
  }

  /// A count since 1970, of units of 10^`zeros` nanoseconds, decimals allowed.
  record Epoch(int zeros) implements StampForm {
    @Override
    public void read(byte[] bytes, int from, int to, Stamp into) {
      into.setUtc(nanos(bytes, from, to, zeros));
    }

    /// Whole numbers and decimals; digits beyond the nanosecond are dropped.
    static long nanos(byte[] bytes, int from, int to, int zeros) {
      int at = from;
      boolean negative = at < to && bytes[at] == '-';
      if (negative) {
        at++;
      }
      long value = 0;
      int digits = 0;
      int left = zeros;
      boolean fraction = false;
      for (; at < to; at++) {
        int digit = bytes[at] - '0';
        if (digit >= 0 && digit <= 9) {
          digits++;
          if (fraction) {
            if (left == 0) {
              continue;
            }
            left--;
          }
          value = value * 10 + digit;
          if (digits > 19 || value < 0) {
            throw new DateTimeException("time must be from 1678 to 2261");
          }
        } else if (bytes[at] == '.' && !fraction) {
          fraction = true;
        } else {
          digits = 0;
          break;
        }
      }
      if (digits == 0) {
        throw new DateTimeException("time must be a number");
      }
      long scale = Scaled.power(left);
      if (value > Long.MAX_VALUE / scale) {
        throw new DateTimeException("time must be from 1678 to 2261");
      }
      return negative ? -value * scale : value * scale;
    }
  }

  /// Milliseconds since local midnight; the date comes from the file's name.
  record MillisOfDay() implements StampForm {
    private static final long DAY_NS = 86_400_000_000_000L;

    @Override
    public void read(byte[] bytes, int from, int to, Stamp into) {
      throw new DateTimeException("ms_of_day needs time.date_from_name");
    }

    long nanoOfDay(byte[] bytes, int from, int to) {
      long nanos = Epoch.nanos(bytes, from, to, 6);
      if (nanos < 0 || nanos >= DAY_NS) {
        throw new DateTimeException("time must be from 0 to 86399999 ms of the day");
      }
      return nanos;
    }
  }

  /// `2012-02-01`, `2012-02-01 00:00`, `2012-02-01T00:00:00.5Z`, `2012-02-01 00:00:00+00:00`.
  record Iso() implements StampForm {
    @Override
    public void read(byte[] bytes, int from, int to, Stamp into) {
      Digits digits = new Digits(bytes, from, to);
      long day = Digits.epochDay(digits.exactly(4), digits.after('-', 2), digits.after('-', 2));
      if (digits.atEnd()) {
        into.setLocal(day, 0);
        return;
      }
      digits.skipOneOf('T', ' ');
      long nano =
          Digits.nanoOfDay(digits.exactly(2), digits.after(':', 2), digits.optionalSecond());
      nano += digits.optionalFraction();
      if (digits.atEnd()) {
        into.setLocal(day, nano);
      } else {
        into.setOffset(day, nano, digits.offsetSeconds());
      }
    }
  }

  /// Any other pattern, through the JDK's formatter: exact but slow.
  record Formatted(DateTimeFormatter formatter) implements StampForm {
    static Formatted of(String pattern) {
      try {
        return new Formatted(
            DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
      } catch (IllegalArgumentException e) {
        throw new DateTimeException(
            "must be iso, epoch_s, epoch_ms, epoch_us, epoch_ns, ms_of_day or a pattern such as"
                + " yyyy-MM-dd HH:mm:ss, but was \""
                + pattern
                + "\"",
            e);
      }
    }

    @Override
    public void read(byte[] bytes, int from, int to, Stamp into) {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      TemporalAccessor parsed = formatter.parse(text);
      LocalDate date = LocalDate.from(parsed);
      long nano =
          parsed.isSupported(ChronoField.NANO_OF_DAY) ? parsed.getLong(ChronoField.NANO_OF_DAY) : 0;
      @Nullable ZoneOffset offset =
          parsed.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(parsed) : null;
      if (offset == null) {
        into.setLocal(date.toEpochDay(), nano);
      } else {
        into.setUtc(
            LocalDateTime.of(date, LocalTime.ofNanoOfDay(nano)).toEpochSecond(offset)
                    * 1_000_000_000L
                + nano % 1_000_000_000L);
      }
    }
  }
}
