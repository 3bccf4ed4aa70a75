package quorate.features.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import quorate.domain.BarFlags;
import quorate.domain.property.SharedData;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;

/// Bars of the E-mini S&P 500 future from the shared data, aligned to whole multiples of their
/// length since midnight UTC; intervals without trades have no bar.
final class EsBars {
  private static final double TICK = 0.25;
  private static final long MS = 1_000_000;
  private static final List<String> AUTUMN_2013 =
      List.of(
          "2013-10-06",
          "2013-10-07",
          "2013-10-08",
          "2013-10-09",
          "2013-10-10",
          "2013-10-11",
          "2013-10-14",
          "2013-10-29",
          "2013-10-30",
          "2013-11-18",
          "2013-12-02",
          "2013-12-03");

  private final long lengthMs;
  private final List<BarView> bars = new ArrayList<>();
  private long startMs = Long.MIN_VALUE;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;
  private boolean afterGap;
  private int flags;

  private EsBars(int minutes) {
    lengthMs = minutes * 60_000L;
  }

  /// The session of 2019-12-16, from its trades.
  static List<BarView> ofDecember2019(int minutes) {
    EsBars es = new EsBars(minutes);
    for (double[] trade : tradesOfDecember2019()) {
      es.add((long) trade[0], trade[1], trade[1], trade[1], trade[1], trade[2]);
    }
    return es.finished();
  }

  /// The trades of that session: UTC milliseconds, price, contracts.
  static List<double[]> tradesOfDecember2019() {
    Path file = SharedData.require("futures/trades-20191216/ESH0_20191216_trades.csv.gz");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
      return rows(packed, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The contract of December 2013 on twelve days, from its minutes.
  static List<BarView> ofAutumn2013(int minutes) {
    EsBars es = new EsBars(minutes);
    LocalDate last = LocalDate.MAX;
    for (String day : AUTUMN_2013) {
      LocalDate date = LocalDate.parse(day);
      long midnightMs = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      String name = day.replace("-", "") + "_trade.zip";
      es.afterGap = last.isBefore(date.minusDays(3)); // longer than a weekend
      last = date;
      try (ZipInputStream zip =
          new ZipInputStream(
              Files.newInputStream(SharedData.require("futures/lean/cme/minute/es/" + name)))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().endsWith("_201312.csv")) {
            for (double[] row : rows(zip, 0)) {
              es.add(midnightMs + (long) row[0], row[1], row[2], row[3], row[4], row[5]);
            }
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return es.finished();
  }

  private static List<double[]> rows(InputStream csv, int headers) {
    return new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))
        .lines()
        .skip(headers)
        .map(line -> {
          String[] cells = line.split(",", -1);
          double[] row = new double[cells.length];
          for (int i = 0; i < row.length; i++) {
            row[i] = Double.parseDouble(cells[i]);
          }
          return row;
        })
        .toList();
  }

  private void add(
      long timeMs, double first, double highest, double lowest, double last, double quantity) {
    long begins = timeMs - Math.floorMod(timeMs, lengthMs);
    if (begins != startMs) {
      finish();
      startMs = begins;
      open = first;
      high = highest;
      low = lowest;
      volume = 0;
      flags = afterGap ? BarFlags.AFTER_GAP : 0;
      afterGap = false;
    }
    high = Math.max(high, highest);
    low = Math.min(low, lowest);
    close = last;
    volume += quantity;
  }

  private void finish() {
    if (startMs != Long.MIN_VALUE) {
      bars.add(
          new MutableBar()
              .times(startMs * MS, (startMs + lengthMs) * MS)
              .prices(open, high, low, close)
              .volume(volume)
              .tick(TICK)
              .flags(flags));
    }
  }

  private List<BarView> finished() {
    finish();
    return bars;
  }
}
