package quorate.market.tape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a tape says about itself: the instruments that its entries number, and its lineage.
///
/// @param instruments in the order of their numbers
/// @param properties free text by name, such as the checksum of what it was derived from
public record TapeHeader(Instruments instruments, Map<String, String> properties) {
  private static final JsonMapper JSON = new JsonMapper();

  public TapeHeader {
    properties = Map.copyOf(properties);
    if (instruments.size() > TapeFormat.MAX_INSTRUMENTS) {
      throw new IllegalArgumentException(
          "a tape must have at most %d instruments, but had %d"
              .formatted(TapeFormat.MAX_INSTRUMENTS, instruments.size()));
    }
  }

  public static TapeHeader of(Instruments instruments) {
    return new TapeHeader(instruments, Map.of());
  }

  String toJson() {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("instruments");
    for (Instrument instrument : instruments.list()) {
      list.addObject()
          .put("symbol", instrument.symbol())
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
    ObjectNode named = root.putObject("properties");
    new TreeMap<>(properties).forEach(named::put);
    return JSON.writeValueAsString(root);
  }

  /// @throws TapeException when the text is not a header
  static TapeHeader fromJson(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Instrument> instruments = new ArrayList<>();
      for (JsonNode node : root.required("instruments")) {
        instruments.add(
            new Instrument(
                node.required("symbol").asString(),
                node.required("venue").asString(),
                node.required("sector").asString(),
                InstrumentKind.valueOf(node.required("kind").asString()),
                node.required("tickSize").asLong(),
                node.required("lotSize").asLong(),
                new BigDecimal(node.required("multiplier").asString()),
                Currency.of(node.required("currency").asString()),
                node.required("priceScale").asInt(),
                node.required("quantityScale").asInt(),
                node.required("calendar").asString()));
      }
      Map<String, String> properties = new TreeMap<>();
      root.required("properties")
          .properties()
          .forEach(entry -> properties.put(entry.getKey(), entry.getValue().asString()));
      return new TapeHeader(Instruments.of(instruments), properties);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new TapeException("tape header must list instruments and properties: " + text, e);
    }
  }
}
