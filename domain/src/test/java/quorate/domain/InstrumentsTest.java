package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentsTest {
  private static final Instrument FIRST = Specimens.named("ESH0");
  private static final Instrument SECOND = Specimens.named("BTC-USD");

  @Test
  void numbersThemByTheirPlaceInTheList() {
    Instruments instruments = Instruments.of(FIRST, SECOND);

    assertThat(instruments.size()).isEqualTo(2);
    assertThat(instruments.numberOf("ESH0")).isZero();
    assertThat(instruments.numberOf("BTC-USD")).isEqualTo(1);
    assertThat(instruments.get(1)).isSameAs(SECOND);
    assertThat(instruments.list()).containsExactly(FIRST, SECOND);
  }

  @Test
  void saysWhichSymbolsThereAre() {
    Instruments instruments = Instruments.of(FIRST, SECOND);

    assertThat(instruments.contains("ESH0")).isTrue();
    assertThat(instruments.contains("NQH0")).isFalse();
    assertThatThrownBy(() -> instruments.numberOf("NQH0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbol must be one of [ESH0, BTC-USD], but was \"NQH0\"");
  }

  @Test
  void refusesASymbolThatIsThereTwice() {
    assertThatThrownBy(() -> Instruments.of(FIRST, SECOND, Specimens.named("ESH0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbols must be unique in a run, but \"ESH0\" is there twice");
  }

  @Test
  void doesNotChangeWithTheListItCameFrom() {
    List<Instrument> list = new ArrayList<>(List.of(FIRST));
    Instruments instruments = Instruments.of(list);

    list.add(SECOND);

    assertThat(instruments.size()).isEqualTo(1);
  }

  @Test
  void isEqualWhenTheSameInstrumentsStandInTheSameOrder() {
    Instruments instruments = Instruments.of(FIRST, SECOND);

    assertThat(instruments)
        .isEqualTo(Instruments.of(List.of(FIRST, SECOND)))
        .hasSameHashCodeAs(Instruments.of(List.of(FIRST, SECOND)))
        .isNotEqualTo(Instruments.of(SECOND, FIRST))
        .isNotEqualTo(List.of(FIRST, SECOND))
        .hasToString("[ESH0, BTC-USD]");
    assertThat(instruments.hashCode()).isNotEqualTo(Instruments.of(FIRST).hashCode());
  }
}
