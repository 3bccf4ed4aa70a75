package quorate.market.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;

class InstrumentCatalogueTest {
  private final InstrumentCatalogue catalogue = InstrumentCatalogue.builtIn();

  @Test
  void givesAContractTheTermsOfItsRoot() {
    Instrument contract = catalogue.find("ESH0");

    assertThat(contract.symbol()).isEqualTo("ESH0");
    assertThat(contract.kind()).isEqualTo(InstrumentKind.FUTURE);
    assertThat(contract.tickSize()).isEqualTo(25);
    assertThat(contract.priceScale()).isEqualTo(2);
    assertThat(contract.multiplier()).isEqualByComparingTo("50");
    assertThat(catalogue.rootOf("ESH0")).contains("ES");
  }

  @Test
  void refusesAnUnknownSymbolAndSaysHowToDeclareIt() {
    assertThatThrownBy(() -> catalogue.find("BTCUSD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "instrument must be declared, but \"BTCUSD\" is not; did you mean \"BTC-USD\"?; declare"
                + " it in instruments.yaml, for example \"instruments: [{symbol: BTCUSD, like:"
                + " SPY}]\"");
  }
}
