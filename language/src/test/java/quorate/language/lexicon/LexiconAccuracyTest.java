package quorate.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;
import quorate.market.rows.CsvRows;

/// What the lexicon gets right on labelled sentences, on the half that was never looked at: words,
/// weights and the threshold were chosen on sentences whose SHA-1 begins with an even digit, and
/// are judged on those where it is odd. Prints the table of `docs/features/text.md`.
class LexiconAccuracyTest {
  /// Chosen on the even half, in steps of 0.05, by macro-F1.
  private static final double THRESHOLD = 0.40;

  /// As [#THRESHOLD], for Harvard IV-4.
  private static final double HARVARD_THRESHOLD = 0.0;

  private static final Map<String, Integer> PHRASES =
      Map.of("negative", -1, "neutral", 0, "positive", 1);

  /// Dovish is good news for a holder of stocks and bonds, hawkish bad.
  private static final Map<String, Integer> FED = Map.of("0", 1, "2", 0, "1", -1);

  @Test
  void beatsTheMajorityClassAndHarvardOnThePhrasesOfCompanies() throws IOException {
    List<Labelled> phrases = phrases();

    Classes own = Classes.of(phrases, Lexicon.builtIn(), THRESHOLD);
    Classes harvard = Classes.of(phrases, harvard(), HARVARD_THRESHOLD);
    Classes majority = Classes.majority(phrases);

    print("financial phrasebank", phrases.size(), own, harvard, majority);
    assertThat(own.accuracy()).isGreaterThan(majority.accuracy() + 0.1).isGreaterThan(0.7);
    assertThat(own.macroF1()).isGreaterThan(harvard.macroF1() + 0.2);
  }

  @Test
  void findsTheSignOfHeadlines() throws IOException {
    for (String[] set :
        new String[][] {
          {"semeval2017_task5_headlines_dev.csv.gz", "title", "sentiment"},
          {"fiqa_headlines_dev.csv.gz", "sentence", "sentiment_score"}
        }) {
      List<Labelled> headlines = new ArrayList<>();
      try (CsvRows rows = CsvRows.open(file(set[0]))) {
        while (rows.next()) {
          add(
              headlines,
              rows.field(rows.column(set[1])),
              Double.parseDouble(rows.field(rows.column(set[2]))));
        }
      }
      Signs own = Signs.of(headlines, Lexicon.builtIn());
      Signs harvard = Signs.of(headlines, harvard());
      double positive = headlines.stream().filter(each -> each.label() > 0).count();
      double signed = headlines.stream().filter(each -> each.label() != 0).count();
      double majority = Math.max(positive, signed - positive) / signed;

      System.out.printf(
          "## %s: n %d, sign accuracy own %.3f harvard %.3f majority %.3f, silent own %.3f harvard"
              + " %.3f, correlation own %.3f harvard %.3f%n",
          set[0],
          headlines.size(),
          own.accuracy(),
          harvard.accuracy(),
          majority,
          own.silent(),
          harvard.silent(),
          own.correlation(),
          harvard.correlation());
      assertThat(own.accuracy()).isGreaterThan(harvard.accuracy() + 0.15);
      assertThat(own.correlation()).isGreaterThan(0.5);
    }
  }

  /// As it is: nothing in the lexicon was made for a central bank's words.
  @Test
  void saysWhatItGetsRightOfACentralBanksSentences() throws IOException {
    List<Labelled> sentences = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file("fomc_hawkish_dovish_dev.csv.gz"))) {
      while (rows.next()) {
        add(
            sentences,
            rows.field(rows.column("sentence")),
            FED.getOrDefault(rows.field(rows.column("label")), 0));
      }
    }

    Classes own = Classes.of(sentences, Lexicon.builtIn(), THRESHOLD);
    Classes harvard = Classes.of(sentences, harvard(), HARVARD_THRESHOLD);
    Classes majority = Classes.majority(sentences);

    print("fomc hawkish/dovish", sentences.size(), own, harvard, majority);
    assertThat(own.accuracy()).isBetween(0.2, 0.6);
  }

  private static void print(
      String name, int count, Classes own, Classes harvard, Classes majority) {
    System.out.printf(
        "## %s: n %d, accuracy own %.3f harvard %.3f majority %.3f, macro-F1 own %.3f harvard %.3f"
            + " majority %.3f%n",
        name,
        count,
        own.accuracy(),
        harvard.accuracy(),
        majority.accuracy(),
        own.macroF1(),
        harvard.macroF1(),
        majority.macroF1());
  }

  private static List<Labelled> phrases() throws IOException {
    List<Labelled> phrases = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file("financial_phrasebank_dev.csv.gz"))) {
      while (rows.next()) {
        add(phrases, rows.field(1), PHRASES.getOrDefault(rows.field(0), 0));
      }
    }
    return phrases;
  }

  private static Path file(String name) {
    return SharedData.require("news").resolve(name);
  }

  private static Lexicon harvard() throws IOException {
    return HarvardTable.read(SharedData.require("news/lexicon/HIV-4.csv.gz"));
  }

  private static void add(List<Labelled> to, String text, double label) {
    if (!chosenOn(text)) {
      to.add(new Labelled(text, label));
    }
  }

  /// Whether a sentence belongs to the half on which words and threshold were chosen.
  private static boolean chosenOn(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return (digest[0] >> 4 & 1) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private record Labelled(String text, double label) {}

  /// Three classes told by a threshold.
  private record Classes(double accuracy, double macroF1) {
    static Classes of(List<Labelled> sentences, Lexicon lexicon, double threshold) {
      LexiconScorer scorer = new LexiconScorer(lexicon);
      int[][] table = new int[3][3];
      for (Labelled each : sentences) {
        double sentiment = scorer.judge(each.text()).sentiment();
        int told = sentiment > threshold ? 1 : sentiment < -threshold ? -1 : 0;
        table[(int) each.label() + 1][told + 1]++;
      }
      return of(table);
    }

    static Classes majority(List<Labelled> sentences) {
      int[][] table = new int[3][3];
      for (Labelled each : sentences) {
        table[(int) each.label() + 1][1]++; // neutral is the largest class of both sets
      }
      return of(table);
    }

    private static Classes of(int[][] table) {
      double right = 0;
      double all = 0;
      double f1 = 0;
      for (int i = 0; i < 3; i++) {
        double told = table[0][i] + table[1][i] + table[2][i];
        double there = table[i][0] + table[i][1] + table[i][2];
        right += table[i][i];
        all += there;
        f1 += table[i][i] == 0 ? 0 : 2 * table[i][i] / (told + there);
      }
      return new Classes(right / all, f1 / 3);
    }
  }

  /// Signs and correlation; a score of 0 is silent, which counts as wrong.
  private record Signs(double accuracy, double silent, double correlation) {
    static Signs of(List<Labelled> headlines, Lexicon lexicon) {
      LexiconScorer scorer = new LexiconScorer(lexicon);
      double right = 0;
      double silent = 0;
      double signed = 0;
      double[] sums = new double[5];
      for (Labelled each : headlines) {
        double told = scorer.judge(each.text()).sentiment();
        if (each.label() != 0) {
          signed++;
          right += Math.signum(told) == Math.signum(each.label()) ? 1 : 0;
          silent += told == 0 ? 1 : 0;
        }
        sums[0] += told;
        sums[1] += each.label();
        sums[2] += told * told;
        sums[3] += each.label() * each.label();
        sums[4] += told * each.label();
      }
      double n = headlines.size();
      double covariance = sums[4] - sums[0] * sums[1] / n;
      double spread =
          Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
      return new Signs(right / signed, silent / signed, covariance / spread);
    }
  }
}
