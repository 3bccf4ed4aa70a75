package quorate.lake.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A commit as JSON.
final class CommitFile {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CommitFile() {}

  static String toJson(Commit commit) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT)
        .put("number", commit.number())
        .put("source", commit.source())
        .put("dataset", commit.dataset())
        .put("name", commit.name())
        .put("sha256", commit.checksum())
        .put("bytes", commit.bytes())
        .put("mapping", commit.mapping())
        .put("who", commit.who())
        .put("at", commit.at().toString());
    ArrayNode supersedes = root.putArray("supersedes");
    commit.supersedes().forEach(supersedes::add);
    ObjectNode rows = root.putObject("rows");
    rows.put("read", commit.rows().read()).put("accepted", commit.rows().accepted());
    put(rows.putObject("quarantined"), commit.rows().quarantined());
    put(rows.putObject("flagged"), commit.rows().flagged());
    ArrayNode instruments = root.putArray("instruments");
    commit.instruments().forEach(instrument -> put(instruments.addObject(), instrument));
    ArrayNode files = root.putArray("files");
    commit.files().forEach(file -> put(files.addObject(), file));
    return JSON.writeValueAsString(root);
  }

  private static void put(ObjectNode into, Map<String, Long> counts) {
    new TreeMap<>(counts).forEach((reason, count) -> into.put(reason, count));
  }

  private static void put(ObjectNode into, Instrument instrument) {
    into.put("symbol", instrument.symbol())
        .put("venue", instrument.venue())
        .put("sector", instrument.sector())
        .put("kind", instrument.kind().name())
        .put("tickSize", instrument.tickSize())
        .put("lotSize", instrument.lotSize())
        .put("multiplier", instrument.multiplier().toPlainString())
        .put("currency", instrument.currency().code())
        .put("priceScale", instrument.priceScale())
        .put("quantityScale", instrument.quantityScale())
        .put("calendar", instrument.calendar());
  }

  private static void put(ObjectNode into, StoredFile file) {
    into.put("path", file.path())
        .put("role", file.role().name())
        .put("bytes", file.bytes())
        .put("sha256", file.checksum());
    file.part()
        .ifPresent(part ->
            into.put("kind", part.kind())
                .put("symbol", part.symbol())
                .put("timeframe", part.timeframe())
                .put("year", part.year())
                .put("rows", part.rows())
                .put("firstNs", part.firstNs())
                .put("lastNs", part.lastNs()));
  }

  /// @param origin file name for messages
  /// @throws LakeException BROKEN when the text is not a commit of this format
  static Commit fromJson(String text, String origin) {
    try {
      JsonNode root = JSON.readTree(text);
      int format = root.required("format").asInt();
      if (format != FORMAT) {
        throw new IllegalArgumentException("format must be " + FORMAT + ", but was " + format);
      }
      List<Long> supersedes = new ArrayList<>();
      root.required("supersedes").forEach(number -> supersedes.add(number.asLong()));
      List<Instrument> instruments = new ArrayList<>();
      root.required("instruments").forEach(node -> instruments.add(instrument(node)));
      List<StoredFile> files = new ArrayList<>();
      root.required("files").forEach(node -> files.add(storedFile(node)));
      JsonNode rows = root.required("rows");
      return new Commit(
          root.required("number").asLong(),
          text(root, "source"),
          text(root, "dataset"),
          text(root, "name"),
          text(root, "sha256"),
          root.required("bytes").asLong(),
          text(root, "mapping"),
          text(root, "who"),
          Instant.parse(text(root, "at")),
          instruments,
          supersedes,
          new Commit.Counts(
              rows.required("read").asLong(),
              rows.required("accepted").asLong(),
              counts(rows.required("quarantined")),
              counts(rows.required("flagged"))),
          files);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new LakeException(
          LakeException.Problem.BROKEN,
          "commit record must be whole and of format %d, but %s is not: %s; restore it from a backup"
              .formatted(FORMAT, origin, e.getMessage()),
          e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).asString();
  }

  private static Map<String, Long> counts(JsonNode node) {
    Map<String, Long> counts = new TreeMap<>();
    node.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
    return counts;
  }

  private static Instrument instrument(JsonNode node) {
    return new Instrument(
        text(node, "symbol"),
        text(node, "venue"),
        text(node, "sector"),
        InstrumentKind.valueOf(text(node, "kind")),
        node.required("tickSize").asLong(),
        node.required("lotSize").asLong(),
        new BigDecimal(text(node, "multiplier")),
        Currency.of(text(node, "currency")),
        node.required("priceScale").asInt(),
        node.required("quantityScale").asInt(),
        text(node, "calendar"));
  }

  private static StoredFile storedFile(JsonNode node) {
    StoredFile.Role role = StoredFile.Role.valueOf(text(node, "role"));
    Optional<SilverPart> part =
        role == StoredFile.Role.SILVER
            ? Optional.of(
                new SilverPart(
                    text(node, "kind"),
                    text(node, "symbol"),
                    text(node, "timeframe"),
                    node.required("year").asInt(),
                    node.required("rows").asLong(),
                    node.required("firstNs").asLong(),
                    node.required("lastNs").asLong()))
            : Optional.empty();
    return new StoredFile(
        text(node, "path"), role, node.required("bytes").asLong(), text(node, "sha256"), part);
  }
}
