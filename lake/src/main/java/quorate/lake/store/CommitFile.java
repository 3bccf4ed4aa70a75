package quorate.lake.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;

/// A commit as JSON.
final class CommitFile {
  private static final int FORMAT = 2;

  /// Named whole commits where today's names files; the same when it named none.
  private static final int FIRST_FORMAT = 1;

  private CommitFile() {}

  static String toJson(Commit commit) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("number", commit.number());
    root.put("source", commit.source());
    root.put("dataset", commit.dataset());
    root.put("name", commit.name());
    root.put("sha256", commit.checksum());
    root.put("bytes", commit.bytes());
    root.put("mapping", commit.mapping());
    root.put("who", commit.who());
    root.put("at", commit.at().toString());
    root.put("supersedes", commit.supersedes());
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("read", commit.rows().read());
    rows.put("accepted", commit.rows().accepted());
    rows.put("quarantined", new TreeMap<>(commit.rows().quarantined()));
    rows.put("flagged", new TreeMap<>(commit.rows().flagged()));
    root.put("rows", rows);
    root.put("instruments", commit.instruments().stream().map(CommitFile::toMap).toList());
    root.put("files", commit.files().stream().map(CommitFile::toMap).toList());
    return Json.write(root);
  }

  private static Map<String, Object> toMap(Instrument instrument) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", instrument.symbol());
    map.put("venue", instrument.venue());
    map.put("sector", instrument.sector());
    map.put("kind", instrument.kind().name());
    map.put("tickSize", instrument.tickSize());
    map.put("lotSize", instrument.lotSize());
    map.put("multiplier", instrument.multiplier().toPlainString());
    map.put("currency", instrument.currency().code());
    map.put("priceScale", instrument.priceScale());
    map.put("quantityScale", instrument.quantityScale());
    map.put("calendar", instrument.calendar());
    return map;
  }

  private static Map<String, Object> toMap(StoredFile file) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("path", file.path());
    map.put("role", file.role().name());
    map.put("bytes", file.bytes());
    map.put("sha256", file.checksum());
    if (file.part().isPresent()) {
      SilverPart part = file.part().get();
      map.put("kind", part.kind());
      map.put("symbol", part.symbol());
      map.put("timeframe", part.timeframe());
      map.put("year", part.year());
      map.put("rows", part.rows());
      map.put("firstNs", part.firstNs());
      map.put("lastNs", part.lastNs());
    }
    return map;
  }

  /// @param origin file name for messages
  /// @throws LakeException BROKEN when the text is not a commit of this format
  static Commit fromJson(String text, String origin) {
    try {
      Json.Fields root = Json.read(text);
      long format = root.number("format");
      if (format != FORMAT && format != FIRST_FORMAT) {
        throw new IllegalArgumentException("its format is " + format);
      }
      Json.Fields rows = root.object("rows");
      return new Commit(
          root.number("number"),
          root.text("source"),
          root.text("dataset"),
          root.text("name"),
          root.text("sha256"),
          root.number("bytes"),
          root.text("mapping"),
          root.text("who"),
          Instant.parse(root.text("at")),
          root.objects("instruments").stream().map(CommitFile::instrument).toList(),
          root.texts("supersedes"),
          new Commit.Counts(
              rows.number("read"),
              rows.number("accepted"),
              rows.object("quarantined").counts(),
              rows.object("flagged").counts()),
          root.objects("files").stream().map(CommitFile::storedFile).toList());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new LakeException(
          LakeException.Problem.BROKEN,
          "commit record must be whole and of format %d, but %s is not: %s; restore it from a backup"
              .formatted(FORMAT, origin, e.getMessage()),
          e);
    }
  }

  private static Instrument instrument(Json.Fields fields) {
    return new Instrument(
        fields.text("symbol"),
        fields.text("venue"),
        fields.text("sector"),
        InstrumentKind.valueOf(fields.text("kind")),
        fields.number("tickSize"),
        fields.number("lotSize"),
        new BigDecimal(fields.text("multiplier")),
        Currency.of(fields.text("currency")),
        fields.smallNumber("priceScale"),
        fields.smallNumber("quantityScale"),
        fields.text("calendar"));
  }

  private static StoredFile storedFile(Json.Fields fields) {
    StoredFile.Role role = StoredFile.Role.valueOf(fields.text("role"));
    Optional<SilverPart> part =
        role == StoredFile.Role.SILVER ? Optional.of(part(fields)) : Optional.empty();
    return new StoredFile(
        fields.text("path"), role, fields.number("bytes"), fields.text("sha256"), part);
  }

  private static SilverPart part(Json.Fields fields) {
    return new SilverPart(
        fields.text("kind"),
        fields.text("symbol"),
        fields.text("timeframe"),
        fields.smallNumber("year"),
        fields.number("rows"),
        fields.number("firstNs"),
        fields.number("lastNs"));
  }
}
