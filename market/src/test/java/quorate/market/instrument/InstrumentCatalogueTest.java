package quorate.market.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.market.yaml.YamlSettings;

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
    assertThat(contract.calendar()).isEqualTo("CME_EQUITY_INDEX");
    assertThat(catalogue.rootOf("ESH0")).contains("ES");
  }

  @Test
  void readsContractYearsOfOneTwoAndFourDigits() {
    for (String code : new String[] {"NQU4", "NQU24", "NQU2024"}) {
      assertThat(catalogue.find(code).multiplier()).as(code).isEqualByComparingTo("20");
      assertThat(catalogue.rootOf(code)).as(code).contains("NQ");
    }
  }

  @Test
  void knowsTheContractsOfRootsThatEndInAMonthLetter() {
    // Z, N and Q are months too: ZNH0 is March of ZN, not July of Z.
    assertThat(catalogue.rootOf("ZNH0")).contains("ZN");
    assertThat(catalogue.rootOf("GCG0")).contains("GC");
    assertThat(catalogue.rootOf("6EH4")).contains("6E");
  }

  @Test
  void refusesACodeWithoutAMonthOrOfAStock() {
    assertThat(catalogue.contains("ESA4")).isFalse();
    assertThat(catalogue.contains("ESH")).isFalse();
    assertThat(catalogue.contains("AAPLH4")).isFalse();
    assertThat(catalogue.contains("BTC-PERPH4")).isFalse();
  }

  @Test
  void givesAnAliasItsOwnSymbolAndTheTermsOfTheFuture() {
    Instrument pound = catalogue.find("BPH0");

    assertThat(pound.symbol()).isEqualTo("BPH0");
    assertThat(pound.multiplier()).isEqualByComparingTo("62500");
    assertThat(pound.calendar()).isEqualTo("CME_FX");
  }

  @Test
  void keepsTheStockThatSharesItsNameWithAnAlias() {
    assertThat(catalogue.find("BP").kind()).isEqualTo(InstrumentKind.EQUITY);
    assertThat(catalogue.find("GSPC").kind()).isEqualTo(InstrumentKind.INDEX);
  }

  @Test
  void countsCoinsToTheSmallestUnit() {
    Instrument bitcoin = catalogue.find("BTC-USD");

    assertThat(bitcoin.quantityScale()).isEqualTo(8);
    assertThat(bitcoin.lotSize()).isEqualTo(1);
    assertThat(bitcoin.tickSize()).isEqualTo(1);
    assertThat(bitcoin.priceScale()).isEqualTo(2);
    assertThat(catalogue.find("XRP-ETH").currency()).isEqualTo(Currency.of("ETH"));
    assertThat(catalogue.find("XRP-ETH").parsePrice("0.00141342")).isEqualTo(141_342);
  }

  @Test
  void leavesRoomForAdjustedPricesOfStocks() {
    Instrument apple = catalogue.find("AAPL");

    assertThat(apple.tickSize()).isEqualTo(100);
    assertThat(apple.priceScale()).isEqualTo(4);
  }

  @Test
  void listsEverySymbolOnceAndFindsIt() {
    assertThat(catalogue.all()).extracting(Instrument::symbol).doesNotHaveDuplicates();
    for (Instrument each : catalogue.all()) {
      assertThat(catalogue.find(each.symbol())).isEqualTo(each);
    }
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

  @Test
  void takesTheUsersInstrumentsBesidesItsOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("instruments.yaml");
    Files.writeString(
        file,
        """
        instruments:
          - { symbol: MYETF, like: SPY, sector: fund }
          - { symbol: SOL-USD, kind: crypto, tick: 0.001, lot: 0.01, calendar: CRYPTO_24_7 }
        """);

    InstrumentCatalogue mine = catalogue.with(file, name -> null);

    assertThat(mine.find("MYETF").tickSize()).isEqualTo(100);
    assertThat(mine.find("SOL-USD").priceScale()).isEqualTo(3);
    assertThat(mine.find("ESH0")).isEqualTo(catalogue.find("ESH0"));
    assertThat(catalogue.contains("MYETF")).isFalse();
  }

  @Test
  void letsTheUserReplaceAnInstrument() {
    InstrumentCatalogue mine =
        catalogue.with(settings("instruments:\n  - { symbol: ES, like: ES, multiplier: 500 }\n"));

    assertThat(mine.find("ES").multiplier()).isEqualByComparingTo("500");
    assertThat(mine.find("ESH0").multiplier()).isEqualByComparingTo("500");
  }

  @Test
  void forgetsTheContractsOfAFutureThatTheUserMakesAStock() {
    InstrumentCatalogue mine =
        catalogue.with(settings("instruments:\n  - { symbol: ES, like: SPY }\n"));

    assertThat(mine.find("ES").kind()).isEqualTo(InstrumentKind.EQUITY);
    assertThat(mine.contains("ESH0")).isFalse();
  }

  @Test
  void refusesATickWithMorePlacesThanThePrices() {
    assertRefused(
        """
        instruments:
          - { symbol: X, kind: equity, tick: 0.001, price_places: 2, calendar: US_EQUITIES }
        """,
        "instrument \"X\": value must have at most 2 decimal places, but was 0.001");
  }

  @Test
  void refusesATickThatIsNotPositive() {
    assertRefused(
        "instruments:\n  - { symbol: X, kind: equity, tick: 0, calendar: US_EQUITIES }\n",
        "instruments[0].tick must be positive, but was \"0\"");
  }

  @Test
  void refusesAnInstrumentWithoutAKind() {
    assertRefused(
        "instruments:\n  - { symbol: X, tick: 0.01, calendar: US_EQUITIES }\n",
        "instruments[0].kind is missing and has no default");
  }

  @Test
  void refusesAnUnknownCalendarWithTheNearestOne() {
    assertRefused(
        "instruments:\n  - { symbol: X, kind: equity, tick: 0.01, calendar: US_EQUITY }\n",
        "but was \"US_EQUITY\"; did you mean \"US_EQUITIES\"?");
  }

  @Test
  void refusesAnUnknownKey() {
    assertRefused(
        "instruments:\n  - { symbol: X, like: SPY, ticks: 0.01 }\n",
        "unknown setting \"instruments[0].ticks\"; did you mean \"tick\"?");
  }

  @Test
  void refusesASymbolDeclaredTwice() {
    assertRefused(
        "instruments:\n  - { symbol: X, like: SPY }\n  - { symbol: X, like: QQQ }\n",
        "instruments[1].symbol must be declared once in a file, but was \"X\"");
  }

  @Test
  void refusesToBeLikeSomethingUnknown() {
    assertRefused(
        "instruments:\n  - { symbol: X, like: SPYY }\n",
        "instruments[0].like must be the symbol of an instrument; did you mean \"SPY\"?");
  }

  private void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> catalogue.with(settings(yaml)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("(instruments.yaml)");
  }

  private static Settings settings(String yaml) {
    return YamlSettings.read("instruments.yaml", new StringReader(yaml), name -> null);
  }
}
