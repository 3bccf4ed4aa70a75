package quorate.market.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.property.SharedData;

/// The terms of our futures and currency pairs against LEAN's symbol properties.
class LeanTermsTest {
  private static final Map<String, String> MARKETS =
      Map.of(
          "XCME", "cme", "XCBT", "cbot", "XNYM", "nymex", "XCEC", "comex", "XEUR", "eurex", "OTC",
          "fxcm");

  @Test
  void agreesOnTickMultiplierAndCurrency() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    List<String> leans = new ArrayList<>();

    for (String line : lines()) {
      String[] fields = line.split(",", -1);
      if (fields.length < 8 || !InstrumentCatalogue.builtIn().contains(fields[1])) {
        continue;
      }
      Instrument instrument = InstrumentCatalogue.builtIn().find(fields[1]);
      boolean traded =
          instrument.kind() == InstrumentKind.FUTURE
              || (instrument.kind() == InstrumentKind.FX && fields[2].equals("forex"));
      if (traded && fields[0].equals(MARKETS.get(instrument.venue()))) {
        found.add(fields[1]);
        ours.add(terms(instrument));
        leans.add(terms(fields));
      }
    }

    assertThat(ours).isEqualTo(leans);
    assertThat(found)
        .contains(
            "ES", "MES", "NQ", "6E", "6B", "6J", "CL", "GC", "ZN", "ZB", "ZC", "ZW", "ZS", "FESX",
            "EURUSD", "GBPUSD", "USDJPY", "EURGBP");
  }

  private static String terms(Instrument instrument) {
    BigDecimal tick =
        BigDecimal.valueOf(instrument.tickSize()).scaleByPowerOfTen(-instrument.priceScale());
    return text(instrument.symbol(), tick, instrument.multiplier(), instrument.currency().code());
  }

  /// LEAN counts grains in dollars and magnifies what the exchange quotes, cents, by 100.
  private static String terms(String[] fields) {
    BigDecimal magnifier =
        fields.length > 10 && !fields[10].isEmpty() ? new BigDecimal(fields[10]) : BigDecimal.ONE;
    return text(
        fields[1],
        new BigDecimal(fields[6]).multiply(magnifier),
        new BigDecimal(fields[5]).divide(magnifier),
        fields[4]);
  }

  private static String text(
      String symbol, BigDecimal tick, BigDecimal multiplier, String currency) {
    return "%s tick %s multiplier %s %s"
        .formatted(
            symbol,
            tick.stripTrailingZeros().toPlainString(),
            multiplier.stripTrailingZeros().toPlainString(),
            currency);
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(
                        SharedData.require("reference/lean/symbol-properties-database.csv.gz"))),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
