package quorate.app.sample;

import java.util.List;

/// One file of real market data inside a published package.
///
/// @param name short name, as in a message
/// @param title what it is, for a person
/// @param file its name on the shelf
/// @param sha256 of the whole file, lower-case hexadecimal; a file that differs is refused
/// @param mapping how it is read: a name in `mappings/`
/// @param playbook that trades it: a name in `playbooks/`; empty for none
/// @param origin the package that brings it
public record Sample(
    String name,
    String title,
    String file,
    String sha256,
    String mapping,
    String playbook,
    Origin origin) {
  /// Trades of one week with a bubble in it: 100,000 of them, prices from 800 to 1,163 dollars.
  public static final Sample BITCOIN_TRADES =
      new Sample(
          "btc",
          "100,000 BTC/USD trades of Bitstamp, 25 November to 1 December 2013",
          "bitstamp_trades_from_20131125_usd.csv",
          "460765e9515a7fbb0ed7c1aae784c659b64663c7e732330d82c2058e179504d8",
          "ta4j-bitstamp-trades",
          "btc-sample",
          Origin.MAVEN);

  /// Two days of five-minute bars.
  public static final Sample ETHER_BARS =
      new Sample(
          "eth",
          "five-minute ETH/USD bars of Binance US, 13 to 15 March 2023",
          "ETH-USD-PT5M-2023-3-13_2023-3-15.json",
          "3c8473322093b3031d8e812bfac315db540560db69e7b501c3903db31bb2ea38",
          "ta4j-eth-5-minute",
          "",
          Origin.MAVEN);

  /// Twenty years of daily bars with two crashes in them.
  public static final Sample SP500_BARS =
      new Sample(
          "sp500",
          "5,105 daily bars of the S&P 500 index, January 2000 to April 2020",
          "sp500-2000.csv",
          "9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8",
          "vega-sp500-day",
          "sp500-sample",
          Origin.NODE);

  /// All of them, in the order in which a person is told of them.
  public static final List<Sample> ALL = List.of(BITCOIN_TRADES, ETHER_BARS, SP500_BARS);

  /// The package a sample comes in.
  public enum Origin {
    /// Fetched by the build: `org.ta4j:ta4j-examples`, the jar without its dependencies.
    MAVEN("ta4j-examples-0.18.jar", ""),
    /// Fetched by npm when first wanted.
    NODE("vega-datasets@3.2.1", "package/data/");

    private final String packageName;
    private final String folder;

    Origin(String packageName, String folder) {
      this.packageName = packageName;
      this.folder = folder;
    }

    String packageName() {
      return packageName;
    }

    String entryOf(Sample sample) {
      return folder + sample.file();
    }
  }
}
