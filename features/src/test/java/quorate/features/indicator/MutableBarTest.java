package quorate.features.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Timeframe;

class MutableBarTest {

  @Test
  void takesAScaledBarOverAsDoubles() {
    Instrument future =
        new Instrument(
            "ESH0",
            "XCME",
            "equity-index",
            InstrumentKind.FUTURE,
            25,
            1,
            new BigDecimal(50),
            Currency.USD,
            2,
            1,
            "cme");
    Bar bar =
        new Bar(
            0,
            Timeframe.ofMinutes(5),
            10,
            20,
            320025,
            320100,
            320000,
            320075,
            55,
            3,
            BarFlags.AFTER_GAP | BarFlags.SESSION_START);

    MutableBar view = new MutableBar().set(bar, future);

    assertThat(view.startNs()).isEqualTo(10);
    assertThat(view.endNs()).isEqualTo(20);
    assertThat(view.open()).isEqualTo(3200.25);
    assertThat(view.high()).isEqualTo(3201);
    assertThat(view.low()).isEqualTo(3200);
    assertThat(view.close()).isEqualTo(3200.75);
    assertThat(view.volume()).isEqualTo(5.5);
    assertThat(view.afterGap()).isTrue();
    assertThat(view.opensSession()).isTrue();
  }
}
