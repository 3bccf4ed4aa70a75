package quorate.market.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTimeTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /// The text may have come at any moment of the second, minute or day that is written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2014-01-01T01:18:36Z | 2014-01-01T01:18:37Z",
        "2014-01-01T01:18:36.250Z | 2014-01-01T01:18:36.251Z",
        "2014-01-01T01:18:36+01:00 | 2014-01-01T00:18:37Z",
        "2014-01-01 01:18:36 | 2014-01-01T06:18:37Z",
        "2014-01-01 01:18 | 2014-01-01T06:19:00Z",
        "2014-01-01 | 2014-01-02T05:00:00Z",
        "Jul 18 2020 | 2020-07-19T04:00:00Z",
        "Nov 1 2020 | 2020-11-02T05:00:00Z",
        "' 7:51  PM ET Fri, 17 July 2020' | 2020-07-17T23:52:00Z",
        "'12:04  AM ET Thu,  2 Feb 2020' | 2020-02-02T05:05:00Z",
        "'12:30 PM ET Tue, 14 April 2020' | 2020-04-14T16:31:00Z",
      })
  void countsFromTheEndOfWhatIsWritten(String written, Instant asOf) {
    assertThat(UtcNanoseconds.instant(TextTime.asOfNs(written, NEW_YORK))).isEqualTo(asOf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "18/07/2020", "1595030400", "7:51 PM"})
  void refusesATimeOfUnknownForm(String written) {
    assertThatThrownBy(() -> TextTime.asOfNs(written, NEW_YORK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the time of a text must be like 2014-01-01T01:18:36Z, 2014-01-01, \"Jul 18 2020\" or \"7:51 PM ET Fri, 17 July 2020\", but was \"%s\"",
            written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-02-30", "2014-01-01T25:00:00Z", "Foo 18 2020", "Jul 32 2020"})
  void refusesATimeThatDoesNotExist(String written) {
    assertThatThrownBy(() -> TextTime.asOfNs(written, NEW_YORK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the time of a text must exist, but \"%s\" does not", written);
  }

  @Test
  void keepsNanosecondsThroughInstants() {
    assertThat(UtcNanoseconds.of(UtcNanoseconds.instant(-1))).isEqualTo(-1);
    assertThat(UtcNanoseconds.of(UtcNanoseconds.instant(1_595_030_400_123_456_789L)))
        .isEqualTo(1_595_030_400_123_456_789L);
  }
}
