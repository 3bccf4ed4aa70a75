package quorate.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.property.SharedData;
import quorate.language.lexicon.Term.Role;

class LexiconTest {
  @TempDir Path folder;

  @Test
  void theOneThatShipsHasSeveralHundredTermsAndTopics() {
    assertThat(Lexicon.builtIn().size()).isGreaterThan(1_000);
    assertThat(Lexicon.builtIn().topics().keySet())
        .containsExactly(
            "earnings", "rating", "deal", "legal", "orders", "people", "product", "economy");
  }

  @Test
  void takesAWordAsWrittenBeforeTheBeginningOfOne() throws IOException {
    Lexicon lexicon = read("[polar]\n1: win*, fall out\n-1: window\n[rise]\n1: win*\n");

    assertThat(lexicon.find("winning", 1)).extracting(Term::weight).containsExactly(1.0, 1.0);
    assertThat(lexicon.find("window", 1))
        .extracting(Term::role, Term::weight)
        .containsExactly(tuple(Role.POLAR, -1.0), tuple(Role.RISE, 1.0));
    assertThat(lexicon.find("fall out", 2)).hasSize(1);
    assertThat(lexicon.find("lose", 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1: good | 1: a section such as [polar] must come first, but there was \"1: good\"",
        "[poler] | 1: a section must be polar, rise, fall, good, bad, negation, intensity, contrast or topic with a name, but was \"poler\"",
        "[polar];good | 2: a line must be \"weight: term, term\" with a weight from -10 to 10, but was \"good\"",
        "[polar];11: good | 2: a line must be \"weight: term, term\"",
        "[polar];1: good, | 2: a term must be words, or the beginning of one with *, but was \"\"",
        "[polar];1: go*d | 2: a term must be words, or the beginning of one with *, but was \"go*d\"",
        "[polar];1: good;2: good | 3: a term must be there once in a section, but \"good\" is there again",
      })
  void refusesALineThatIsNoneWithItsNumber(String text, String message) {
    assertThatThrownBy(() -> read(text.replace(';', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mine.lexicon, line " + message);
  }

  @Test
  void countsTheSensesOfAWordInATableLikeHarvards() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("table.csv"),
            """
            Entry,Source,Positiv,Negativ
            ABLE,H4,Positiv,
            FINE#1,H4,Positiv,
            FINE#2,H4,,Negativ
            GRIM,H4Lvd,,Negativ
            A,H4,,
            """);

    Lexicon lexicon = HarvardTable.read(file);

    assertThat(lexicon.size()).isEqualTo(2);
    assertThat(new LexiconScorer(lexicon).judge("able and fine").sentiment()).isPositive();
    assertThat(new LexiconScorer(lexicon).judge("grim, able, grim").sentiment()).isNegative();
  }

  @Test
  void refusesATableOfAnotherForm() throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), "word,polarity\ngood,1\n");

    assertThatThrownBy(() -> HarvardTable.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + ": column \"Entry\" must be there, but is not; is it a table of the General Inquirer?");
  }

  @Test
  void readsHarvardsTableOfTheSharedData() throws IOException {
    Lexicon harvard = HarvardTable.read(SharedData.require("news/lexicon/HIV-4.csv.gz"));

    assertThat(harvard.size()).isBetween(3_000, 4_500);
  }

  private static Lexicon read(String text) throws IOException {
    return Lexicon.read("mine.lexicon", new StringReader(text));
  }
}
