package quorate.market.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.Instrument;
import quorate.domain.property.SharedData;

/// Recorded prices and quantities fit the scales and grids of their instruments: an off-grid row is
/// the vendor's doing, not a wrong tick of ours.
class SharedDataNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "ESH0, futures/trades-20191216/ESH0_20191216_trades.csv.gz, 1",
    "BPH0, futures/trades-20191216/BPH0_20191216_trades.csv.gz, 1",
    "JYH0, futures/trades-20191216/JYH0_20191216_trades.csv.gz, 1",
    "CLF0, futures/trades-20191216/CLF0_20191216_trades.csv.gz, 1",
    "GCG0, futures/trades-20191216/GCG0_20191216_trades.csv.gz, 1",
    "ZBH0, futures/trades-20191216/ZBH0_20191216_trades.csv.gz, 1",
    "ZNH0, futures/trades-20191216/ZNH0_20191216_trades.csv.gz, 1",
    "6EH4, futures/6e-minute/6EH4.XCME_1min_bars_20240101_20240131.csv.gz, 4",
    "ESU4, futures/es-databento/ES_20240701_2340.ohlcv-1m.csv.gz, 4",
    "ES, futures/lean/cme/minute/es/20131007_trade.zip, 4",
    "ES, futures/lean/cme/daily/es_trade.zip, 4",
    "GC, futures/lean/comex/minute/gc/20131007_trade.zip, 4",
    "GC, futures/lean/comex/tick/gc/20131008_trade.zip, 1",
    "FESX, futures/eurostoxx-backtrader/2006-01-02-volume-min-001.txt.gz, 5",
    "FESX, futures/eurostoxx-backtrader/ticksample.csv.gz, 4",
    "SX5E, futures/eurostoxx-backtrader/2006-min-005.txt.gz, 5",
    "GBPUSD, fx/nautilus/gbpusd-m1-bid-2012.csv.gz, 4",
    "USDJPY, fx/nautilus/usdjpy-ticks.csv.gz, 2",
    "EURGBP, fx/lean/fxcm/daily/eurgbp.zip, 4",
    "XAUUSD, fx/snowguru/XAUUSD_H4.tsv.gz, 4",
    "USA500IDXUSD, index-cfd/USA500IDXUSD_H1.tsv.gz, 4",
    "USATECHIDXUSD, index-cfd/USATECHIDXUSD_H1.tsv.gz, 4",
    "AAPLUSUSD, equity/m15/AAPLUSUSD_M15.tsv.gz, 4",
    "BTC-USD, crypto/ta4j/bitstamp_trades_from_20131125_usd.csv.gz, 1",
    "BTC-USD, crypto/lean/coinbase/minute/btcusd/20171217_trade.zip, 4",
    "SPX, equity/minute/mplfinance_SP500_index_201911.csv.gz, 4",
    "SPY, equity/minute/pyalgotrade_nt-spy-minute-2011.csv.gz, 4",
    "AAPL, equity/daily/djia31_2006_2018_dev.zip, 4"
  })
  void hasPricesOnTheGrid(String symbol, String file, int lastColumn) throws IOException {
    Instrument instrument = InstrumentCatalogue.builtIn().find(symbol);
    List<String> offGrid = new ArrayList<>();
    // A million trades hold a few hundred different prices.
    Set<String> judged = new HashSet<>();

    // FESX minutes of 2006 write the time between the date and the prices.
    int firstColumn = Math.max(1, lastColumn - 3);
    int[] rows = {0};
    eachRow(
        SharedData.require(file),
        fields -> {
          rows[0]++;
          for (int i = firstColumn; i <= lastColumn; i++) {
            if (!fields[i].isEmpty() && judged.add(fields[i]) && !fits(instrument, fields[i])) {
              offGrid.add(fields[i]);
            }
          }
        });

    assertThat(rows[0]).isPositive();
    assertThat(offGrid).isEmpty();
  }

  @Test
  void countsEveryCoinOfTheRecordedTrades() throws IOException {
    Instrument bitcoin = InstrumentCatalogue.builtIn().find("BTC-USD");
    int[] rows = {0};

    eachRow(
        SharedData.require("crypto/ta4j/bitstamp_trades_from_20131125_usd.csv.gz"),
        fields -> {
          rows[0]++;
          assertThat(bitcoin.parseQuantity(fields[2])).isNotNegative();
        });

    assertThat(rows[0]).isEqualTo(100_000);
  }

  private static boolean fits(Instrument instrument, String price) {
    try {
      return instrument.isOnGrid(instrument.parsePrice(price));
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private interface RowReader {
    void read(String[] fields);
  }

  private static void eachRow(Path file, RowReader reader) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (file.toString().endsWith(".gz")) {
        each(new GZIPInputStream(in), reader);
        return;
      }
      try (ZipInputStream zip = new ZipInputStream(in)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          each(zip, reader);
        }
      }
    }
  }

  private static void each(InputStream in, RowReader reader) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty() && Character.isDigit(line.charAt(0))) {
        reader.read(line.split(separator(line), -1));
      }
    }
  }

  private static String separator(String line) {
    if (line.indexOf(',') >= 0) {
      return ",";
    }
    return line.indexOf(';') >= 0 ? ";" : "\t";
  }
}
