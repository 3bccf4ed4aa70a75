package quorate.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.domain.JournalEntry.InputReferenced;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a run was made from: enough to say whether another run should give the same.
///
/// @param id name of the run's folder
/// @param playbook name of the playbook
/// @param startedAt wall-clock time, ISO in UTC; for people, never an input
/// @param code SHA-256 over the program that ran, hexadecimal
/// @param settings SHA-256 of the playbook file, hexadecimal
/// @param strategies SHA-256 of each user's own agent by its name
/// @param inputs the data sets that were read
public record Manifest(
    String id,
    String playbook,
    String startedAt,
    String code,
    String settings,
    Map<String, String> strategies,
    List<InputReferenced> inputs) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Manifest {
    strategies = Map.copyOf(strategies);
    inputs = List.copyOf(inputs);
  }

  String toJson() {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", id)
        .put("playbook", playbook)
        .put("startedAt", startedAt)
        .put("code", code)
        .put("settings", settings);
    ObjectNode agents = root.putObject("strategies");
    new TreeMap<>(strategies).forEach(agents::put);
    ArrayNode data = root.putArray("inputs");
    for (InputReferenced input : inputs) {
      data.addObject()
          .put("source", input.source())
          .put("checksum", input.checksum())
          .put("fromNs", input.fromNs())
          .put("toNs", input.toNs())
          .put("events", input.events());
    }
    return JSON.writeValueAsString(root);
  }

  /// @throws RunException when the text is no manifest
  static Manifest fromJson(String text, String where) {
    try {
      JsonNode root = JSON.readTree(text);
      Map<String, String> strategies = new TreeMap<>();
      root.required("strategies")
          .properties()
          .forEach(entry -> strategies.put(entry.getKey(), entry.getValue().asString()));
      List<InputReferenced> inputs = new ArrayList<>();
      for (JsonNode input : root.required("inputs")) {
        inputs.add(
            new InputReferenced(
                input.required("fromNs").asLong(),
                input.required("source").asString(),
                input.required("checksum").asString(),
                input.required("fromNs").asLong(),
                input.required("toNs").asLong(),
                input.required("events").asLong()));
      }
      return new Manifest(
          root.required("id").asString(),
          root.required("playbook").asString(),
          root.required("startedAt").asString(),
          root.required("code").asString(),
          root.required("settings").asString(),
          strategies,
          inputs);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RunException("manifest cannot be read: " + e.getMessage() + " (" + where + ")", e);
    }
  }
}
