package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.grantkeep.application.document.Type.Source;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Members;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MemberTableTest {
    private static final MemberTable SERVICE = ServiceMembers.table();
    private static final MemberTable CLIENT = ClientMembers.table();

    static Stream<Arguments> tables() {
        return Stream.of(arguments("service-members.txt", SERVICE, 197), arguments("client-members.txt", CLIENT, 109));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyMemberOfTheContractIsDeclaredAndNoOther(String file, MemberTable table, int count) {
        List<String[]> rows = rows(file);

        assertThat(rows).hasSize(count);
        assertThat(table.members().keySet())
                .containsExactlyElementsOf(rows.stream().map(row -> row[0]).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void everyMemberHasTheTypeAndTheVersionOfTheContract(String file, MemberTable table, int count) {
        for (String[] row : rows(file)) {
            Member member = Objects.requireNonNull(table.members().get(row[0]));
            assertThat(kind(member.type())).as(row[0]).isEqualTo(kind(row[1]));
            assertThat(member.onlyV3()).as(row[0]).isEqualTo(row[2].equals("yes"));
        }
    }

    /** What the rules read has a line that says so; whoever makes a member steer something changes its line. */
    @Test
    void everyDemandOfAMemberIsDeclaredByItsMember() {
        Set<Demand> declared = EnumSet.noneOf(Demand.class);
        Stream.of(SERVICE, CLIENT)
                .flatMap(table -> table.members().values().stream())
                .filter(member -> member.demand() != null)
                .forEach(member -> {
                    assertThat(member.steering()).isEqualTo(Member.Steering.DEMAND);
                    assertThat(member.demand().member()).isEqualTo(member.name());
                    declared.add(member.demand());
                });

        assertThat(declared)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Demand.FAPI_SCOPE, Demand.FAPI2_SCOPE, Demand.HAIP_SCOPE)));
    }

    /**
     * A member that no rule reads says of which absent thing it is, or is one of these, which restrict nothing: they
     * describe, they name a place or a key, or they allow more.
     */
    @Test
    void aMemberThatNoRuleReadsRestrictsNothingThatIsGiven() {
        assertThat(readByNoRule(SERVICE))
                .containsExactlyInAnyOrder(
                        "signedJwksUri",
                        "organizationName",
                        "description",
                        "supportedServiceProfiles",
                        "serviceName",
                        "missingClientIdAllowed");
        assertThat(readByNoRule(CLIENT))
                .containsExactlyInAnyOrder(
                        "applicationType",
                        "contacts",
                        "clientName",
                        "clientNames",
                        "logoUri",
                        "logoUris",
                        "clientUri",
                        "clientUris",
                        "policyUri",
                        "policyUris",
                        "tosUri",
                        "tosUris",
                        "signedJwksUri",
                        "loginUri",
                        "description",
                        "descriptions",
                        "organizationName");
    }

    private static List<String> readByNoRule(MemberTable table) {
        return table.members().values().stream()
                .filter(member -> member.steering() == Member.Steering.KEPT)
                .filter(member -> !member.access().isReadOnly() && member.concerns() == null)
                .map(Member::name)
                .toList();
    }

    @Test
    void everyMembersExampleIsOfItsType() {
        Stream.of(SERVICE, CLIENT)
                .flatMap(table -> table.members().values().stream())
                .forEach(member -> {
                    Object example = DemandedMember.example(member.type());
                    assertThat(member.type().of(example, Source.JSON, member.name()))
                            .as(member.name())
                            .isEqualTo(example);
                    assertThat(Member.asks(example)).as(member.name()).isTrue();
                });
    }

    @Test
    void absentMembersAreWhatANewServiceHas() {
        Map<String, Object> accepted = SERVICE.accept(Map.of(), Source.JSON);

        assertThat(accepted)
                .containsAllEntriesOf(Map.of(
                        "supportedGrantTypes", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"),
                        "supportedResponseTypes", List.of("CODE"),
                        "supportedTokenAuthMethods", List.of("CLIENT_SECRET_BASIC"),
                        "accessTokenType", "Bearer",
                        "clientIdAliasEnabled", true));
        assertThat(accepted.values().stream().filter(Member::asks)).hasSize(5);
    }

    @Test
    void whatOnlyGrantkeepWritesIsIgnoredWhateverItIs() {
        Map<String, Object> sent = Map.of(
                "derivedSectorIdentifier", "mine.example.com",
                "clientId", List.of("x"),
                "clientSource", "NONSENSE",
                "type", "client",
                "unknown", Map.of("a", 1L));

        assertThat(CLIENT.accept(sent, Source.JSON))
                .containsEntry("unknown", Map.of("a", 1L))
                .doesNotContainKeys("derivedSectorIdentifier", "clientId", "clientSource", "type");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("authTimeRequired", "true", true),
                arguments("authTimeRequired", "false", false),
                arguments("defaultMaxAge", "60", 60L),
                arguments("contacts", "a@example.com  b@example.com", List.of("a@example.com", "b@example.com")),
                arguments("contacts", List.of("a b", "c"), List.of("a b", "c")),
                arguments("trustChain", "-----BEGIN A-----\nB", List.of("-----BEGIN A-----\nB")),
                arguments("grantTypes", "IMPLICIT CLIENT_CREDENTIALS", List.of("IMPLICIT", "CLIENT_CREDENTIALS")),
                arguments("subjectType", "PAIRWISE", "PAIRWISE"),
                arguments("logoUri", "https://example.com/?a=b", "https://example.com/?a=b"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textOfAFormBecomesTheMembersType(String member, Object text, Object value) {
        assertThat(CLIENT.accept(Map.of(member, text), Source.FORM)).containsEntry(member, value);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void emptyTextOfAFormIsAnAbsentMember(String member, Object text, Object value) {
        assertThat(CLIENT.accept(Map.of(member, ""), Source.FORM)).isEqualTo(CLIENT.accept(Map.of(), Source.FORM));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("authTimeRequired", "true"),
                arguments("authTimeRequired", 1L),
                arguments("defaultMaxAge", "6"),
                arguments("defaultMaxAge", -1L),
                arguments("defaultMaxAge", 2_147_483_648L),
                arguments("defaultMaxAge", new BigDecimal("1.5")),
                arguments("defaultMaxAge", new BigDecimal("1e999999")),
                arguments("contacts", "a b"),
                arguments("contacts", List.of(1L)),
                arguments("idTokenSignAlg", "rs256"),
                arguments("idTokenSignAlg", List.of("RS256")),
                arguments("responseModes", List.of("QUERY", "NONSENSE")),
                arguments("clientNames", List.of("x")),
                arguments("clientNames", List.of(Map.of("tag", 1L))),
                arguments("description", 1L),
                arguments("policyUri", "no uri"),
                arguments("extension", List.of()),
                arguments("extension", Map.of("tokenExchangePermitted", "true")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void valueOfAnotherTypeIsRefusedByTheMembersName(String member, Object value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLIENT.accept(Map.of(member, value), Source.JSON))
                .isInstanceOf(WrongType.class)
                .withMessageStartingWith("The value of '" + member);
    }

    @Test
    void nameThatIsTooLongIsRefusedAtAnyDepth() {
        String name = "n".repeat(201);

        assertThatIllegalArgumentException().isThrownBy(() -> CLIENT.accept(Map.of(name, "x"), Source.FORM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLIENT.accept(Map.of("mine", List.of(Map.of(name, "x"))), Source.JSON));
    }

    @Test
    void whatWasStoredInAnotherTypeIsShownInItsOwn() {
        assertThat(CLIENT.shown(Members.of(Map.of(
                        "authTimeRequired", "true",
                        "contacts", "a b",
                        "userInfoSignAlg", "NONSENSE",
                        "derivedSectorIdentifier", "stored.example.com",
                        "mine", 1L))))
                .isEqualTo(Map.of("authTimeRequired", true, "contacts", List.of("a", "b"), "mine", 1L));
    }

    @Test
    void whatWasStoredInAnotherTypeStillDemands() {
        assertThat(CLIENT.demands(Members.of(
                        Map.of("dpopRequired", "true", "rsRequestSigned", "false", "fapiModes", "SOMETHING"))))
                .containsExactlyInAnyOrder(Demand.DPOP, Demand.FAPI);
    }

    private static String kind(Type type) {
        return switch (type) {
            case Type.Text text -> "text";
            case Type.Uri uri -> "URI";
            case Type.Flag flag -> "flag";
            case Type.Whole whole -> "number";
            case Type.Unset unset -> "number";
            case Type.Name name -> "name";
            case Type.Seconds seconds -> "number";
            case Type.ListOf list -> "list of " + kind(list.item());
            case Type.Several several -> kind(several.list());
            case Type.ObjectOf object -> "object";
        };
    }

    private static String kind(String contract) {
        return contract.endsWith("[]")
                ? "list of " + kind(contract.substring(0, contract.length() - 2))
                : switch (contract) {
                    case "String" -> "text";
                    case "URI" -> "URI";
                    case "boolean" -> "flag";
                    case "int", "long" -> "number";
                    case "Scope",
                            "Pair",
                            "SnsCredentials",
                            "NamedUri",
                            "Hsk",
                            "TrustAnchor",
                            "TaggedValue",
                            "CredentialIssuerMetadata",
                            "ClientExtension" -> "object";
                    default -> "name";
                };
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = Objects.requireNonNull(MemberTableTest.class.getResourceAsStream(file), file)) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> rows.add(line.split(" \\| ")));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
