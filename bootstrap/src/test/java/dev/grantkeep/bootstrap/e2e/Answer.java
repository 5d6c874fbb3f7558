package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What came back. Every answer has passed {@link StrictShape}. */
record Answer(int status, String contentType, String text) {
    JsonObject json() {
        return Json.parse(text).getAsJsonObject();
    }

    boolean has(String member) {
        return json().has(member);
    }

    String text(String member) {
        return required(member).getAsString();
    }

    long number(String member) {
        return required(member).getAsLong();
    }

    boolean flag(String member) {
        return required(member).getAsBoolean();
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        required(member).getAsJsonArray().forEach(element -> texts.add(element.getAsString()));
        return texts;
    }

    JsonObject object(String member) {
        return required(member).getAsJsonObject();
    }

    List<JsonObject> objects(String member) {
        JsonArray array = required(member).getAsJsonArray();
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** The OAuth answer that the authorization server passes on. */
    JsonObject content() {
        return Json.parse(text("responseContent")).getAsJsonObject();
    }

    String content(String member) {
        return content().get(member).getAsString();
    }

    String location() {
        assertThat(text("action")).as(text).isEqualTo("LOCATION");
        return text("responseContent");
    }

    Answer ok() {
        assertThat(status).as(text).isEqualTo(200);
        return this;
    }

    Answer empty() {
        assertThat(status).as(text).isEqualTo(204);
        assertThat(text).isEmpty();
        return this;
    }

    /** HTTP 200 with this action. */
    Answer does(String action) {
        ok();
        assertThat(text("action")).as(text).isEqualTo(action);
        return this;
    }

    /** The action with an OAuth error for the client. */
    Answer does(String action, String error) {
        does(action);
        assertThat(content("error")).as(text).isEqualTo(error);
        return this;
    }

    Answer says(String resultCode) {
        assertThat(text("resultCode")).as(text).isEqualTo(resultCode);
        return this;
    }

    /** The status with an envelope that says no. */
    Answer refused(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        assertThat(text("resultCode")).matches("A\\d{3}[1-9]\\d{2}");
        assertThat(text("resultMessage")).hasSizeGreaterThan(12);
        return this;
    }

    private JsonElement required(String member) {
        assertThat(json().has(member)).as(member + " in " + text).isTrue();
        return json().get(member);
    }
}
