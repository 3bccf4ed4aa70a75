package quorate.market.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.DatedText;
import quorate.domain.TextSource;
import quorate.domain.property.SharedData;
import quorate.market.source.UnreadableSourceException;

class RawTextsTest {
  @TempDir Path folder;

  @Test
  void readsPostsInTimeOrder() throws IOException {
    Path file =
        write(
            "posts.csv",
            """
            symbol,created_at_utc,tokens
            MSFT,2014-01-01T02:00:00Z,"late , but out"
            AAPL,2014-01-01T01:00:00Z,first
            """);

    assertThat(RawTexts.read(file, RawTextForm.posts()))
        .containsExactly(
            new DatedText(at("2014-01-01T01:00:01Z"), TextSource.X, "AAPL", 1, "posts:3", "first"),
            new DatedText(
                at("2014-01-01T02:00:01Z"), TextSource.X, "MSFT", 1, "posts:2", "late , but out"));
  }

  @Test
  void readsHeadlinesInTheirEncodingAndPassesOverRowsWithoutAny() throws IOException {
    Path file = folder.resolve("news.csv");
    Files.write(
        file,
        "Headlines,Time,Description\nL’Oréal grows,Jul 18 2020,More\n,,\n"
            .getBytes(Charset.forName("windows-1252")));

    assertThat(RawTexts.read(file, RawTextForm.headlines()))
        .containsExactly(
            new DatedText(
                at("2020-07-19T04:00:00Z"),
                TextSource.NEWS,
                "",
                1,
                "news:2",
                "L’Oréal grows\nMore"));
  }

  @Test
  void weighsAuthorsByTheirFollowersWhereTheFileHasThem() throws IOException {
    Path file =
        write("x.csv", "id,time,text,followers\na,2020-01-01,one,0\nb,2020-01-01,two,999990\n");

    assertThat(RawTexts.read(file, RawTextForm.posts()))
        .extracting(DatedText::textId, DatedText::influence)
        .containsExactly(tuple("a", 1.0), tuple("b", 6.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,symbol;2020-01-01,A | line 1: a file of texts must have a column for the time",
        "time,text;soon,words | line 2: the time of a text must be like",
        "time,text,followers;2020-01-01,words,many | line 2: followers must be a whole number, but was \"many\"",
        "time,text,followers;2020-01-01,words,-1 | line 2: followers must not be negative, but was -1",
        "time,text,id;2020-01-01,words, | line 2: textId must name the text",
      })
  void refusesWhatItCannotRead(String rows, String message) throws IOException {
    Path file = write("x.csv", rows.replace(';', '\n') + "\n");

    assertThatThrownBy(() -> RawTexts.read(file, RawTextForm.posts()))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(file + ", " + message);
  }

  @Test
  void readsEveryTextOfTheSharedData() {
    Path news = SharedData.require("news");

    List<DatedText> tweets =
        RawTexts.read(news.resolve("stocknet_tweets_2014_2015_dev.csv.gz"), RawTextForm.posts());
    List<DatedText> reuters =
        RawTexts.read(news.resolve("headlines/reuters_headlines.csv.gz"), RawTextForm.headlines());
    List<DatedText> cnbc =
        RawTexts.read(news.resolve("headlines/cnbc_headlines.csv.gz"), RawTextForm.headlines());

    assertThat(tweets).hasSize(94_778);
    assertThat(reuters).hasSize(499);
    assertThat(cnbc).hasSize(453);
    for (List<DatedText> each : List.of(tweets, reuters, cnbc)) {
      assertThat(each).isSortedAccordingTo(Comparator.comparingLong(DatedText::asOfNs));
    }
    assertThat(UtcNanoseconds.instant(reuters.getLast().asOfNs()))
        .isEqualTo(Instant.parse("2020-07-19T04:00:00Z"));
  }

  @Test
  void readsStockTwitsWithTheInfluenceOfItsAuthors() throws IOException {
    Path file =
        write(
            "stream.json",
            """
            {"messages": [
              {"id": 2, "body": "$F up", "created_at": "2019-04-26T02:43:00Z",
               "user": {"followers": 90}, "symbols": [{"symbol": "F"}, {"symbol": "GM"}]},
              {"id": 1, "body": "$F", "created_at": "2019-04-26T02:37:20Z",
               "user": {"followers": 0}, "symbols": [{"symbol": "F"}]}]}
            """);

    assertThat(StockTwitsMessages.read(file))
        .extracting(DatedText::textId, DatedText::symbol, DatedText::influence)
        .containsExactly(
            tuple("stocktwits:1", "F", 1.0),
            tuple("stocktwits:2", "F", 2.0),
            tuple("stocktwits:2", "GM", 2.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"errors\": []} | an answer of StockTwits must have an array \"messages\", but has none",
        "{\"messages\": [ | file must be whole JSON",
        "{\"messages\": [{\"id\": 1, \"body\": \"a\", \"symbols\": [{}]}]} | message 1: the time of a text must be like",
      })
  void refusesAnAnswerThatIsNone(String text, String message) throws IOException {
    Path file = write("stream.json", text);

    assertThatThrownBy(() -> StockTwitsMessages.read(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(message);
  }

  @Test
  void readsTheStockTwitsAnswerOfTheSharedData() {
    List<DatedText> texts =
        StockTwitsMessages.read(SharedData.require("api/stocktwits/symbol_stream.json"));

    assertThat(texts).hasSizeGreaterThanOrEqualTo(30);
    assertThat(texts).anyMatch(each -> each.influence() > 2);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static long at(String instant) {
    return UtcNanoseconds.of(Instant.parse(instant));
  }
}
