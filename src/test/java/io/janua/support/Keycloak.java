package io.janua.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The identity provider in the words of the tests: its administrator, and people before a browser. */
public final class Keycloak {

    private static final String CONSOLE = "janua-console";
    private static final String MACHINE = "janua-service";
    private static final String CONSOLE_ADDRESS = "http://127.0.0.1:8080/";
    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private Keycloak() {}

    /** Somebody who can sign in. */
    public record Account(String id, String username, String password) {

        @Override
        public String toString() {
            return "Account[%s]".formatted(username);
        }
    }

    /** What a sign-in gives. */
    public record Tokens(String access, String id, String refresh) {

        static Tokens from(Response answer) {
            answer.then().statusCode(200);
            return new Tokens(answer.path("access_token"), answer.path("id_token"), answer.path("refresh_token"));
        }
    }

    public static RequestSpecification bearing(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** @param tenant null for none */
    public static Account newAccount(String tenant, String... roles) {
        String username = "u-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        String id = created(administrator()
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "attributes",
                        tenant == null ? Map.of() : Map.of("tenant", List.of(tenant)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))))
                .post(administration("/users")));
        grant(id, roles);
        return new Account(id, username, password);
    }

    public static void disable(Account account) {
        setEnabled(account.id(), false);
    }

    /** Authorization code with PKCE through the HTML form, as a browser does for the console. */
    public static Tokens signIn(Account account) {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        Response page = authorize(Map.of("code_challenge", sha256(verifier), "code_challenge_method", "S256"));
        var form = FORM_ACTION.matcher(page.body().asString());
        if (!form.find()) {
            throw new AssertionError("no form to sign in: status " + page.statusCode());
        }
        Response signedIn = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(page.cookies())
                .contentType("application/x-www-form-urlencoded")
                .body("username=%s&password=%s".formatted(account.username(), account.password()))
                .post(form.group(1).replace("&amp;", "&"));
        signedIn.then().statusCode(302);
        String code = signedIn.header("Location").replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return Tokens.from(given().formParams(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CONSOLE,
                        "code", code,
                        "redirect_uri", CONSOLE_ADDRESS,
                        "code_verifier", verifier))
                .post(endpoint("token")));
    }

    /** The answer to a browser that is sent to sign in, with more parameters than the protocol's own. */
    public static Response authorize(Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.putAll(Map.of(
                "client_id", CONSOLE,
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", CONSOLE_ADDRESS,
                "state", "s"));
        return given().redirects().follow(false).queryParams(parameters).get(endpoint("auth"));
    }

    public static Response signInByPasswordOnly(Account account) {
        return given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CONSOLE,
                        "username",
                        account.username(),
                        "password",
                        account.password()))
                .post(endpoint("token"));
    }

    public static Tokens refresh(Tokens tokens) {
        return Tokens.from(tryToRefresh(tokens));
    }

    public static Response tryToRefresh(Tokens tokens) {
        return given().formParams(
                        Map.of("grant_type", "refresh_token", "client_id", CONSOLE, "refresh_token", tokens.refresh()))
                .post(endpoint("token"));
    }

    public static void signOut(Tokens tokens) {
        given().formParams(Map.of("client_id", CONSOLE, "refresh_token", tokens.refresh()))
                .post(endpoint("logout"))
                .then()
                .statusCode(204);
    }

    /** The realm's example of a machine: its account gets the tenant and the roles, and asks for a token. */
    public static String machineToken(String tenant, String... roles) {
        return clientToken(MACHINE, tenant, roles);
    }

    /** Takes the example's tokens from it, and lets it ask for new ones again. */
    public static void disableMachine() {
        setEnabled(machineAccount(), false);
    }

    public static void enableMachine() {
        setEnabled(machineAccount(), true);
    }

    /**
     * A machine's token that differs from the example's in one thing.
     *
     * @param scopes the client's default scopes
     * @param lifespan seconds, or null for the realm's
     */
    public static String tokenOfNewClient(List<String> scopes, Integer lifespan, String tenant, String... roles) {
        String client = "c-" + UUID.randomUUID();
        created(administrator()
                .body(Map.of(
                        "clientId",
                        client,
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "defaultClientScopes",
                        scopes,
                        "attributes",
                        lifespan == null ? Map.of() : Map.of("access.token.lifespan", lifespan)))
                .post(administration("/clients")));
        return clientToken(client, tenant, roles);
    }

    /** Something that a token may name in its {@code scope}. */
    public static void offerScope(String name) {
        administrator()
                .body(Map.of(
                        "name",
                        name,
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of("include.in.token.scope", "true")))
                .post(administration("/client-scopes"))
                .then()
                .statusCode(anyOf(is(201), is(409)));
    }

    /** A token that is as good as one of ours, but for its realm. */
    public static String tokenOfAnotherRealm() {
        return given().formParams(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        TestKeycloak.administrator()[0],
                        "password",
                        TestKeycloak.administrator()[1]))
                .post(server("/realms/master/protocol/openid-connect/token"))
                .path("access_token");
    }

    /** @return the id under which {@link #removeSigningKey} takes it away again */
    public static String addSigningKey() {
        return created(administrator()
                .body(Map.of(
                        "name",
                        "rotated-" + UUID.randomUUID(),
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "parentId",
                        administrator().get(administration("")).<String>path("id"),
                        "config",
                        Map.of("priority", List.of("1000"), "algorithm", List.of("RS256"))))
                .post(administration("/components")));
    }

    public static void removeSigningKey(String id) {
        administrator().delete(administration("/components/" + id)).then().statusCode(204);
    }

    /** The keys that sign tokens (RFC 7517). */
    public static Response keys() {
        return given().get(endpoint("certs"));
    }

    public static Response settings() {
        return administrator().get(administration(""));
    }

    /** Which attributes people have, and who may see and change them. */
    public static Response userProfile() {
        return administrator().get(administration("/users/profile"));
    }

    private static String machineAccount() {
        return administrator()
                .queryParam("username", "service-account-" + MACHINE)
                .get(administration("/users"))
                .path("[0].id");
    }

    private static void setEnabled(String account, boolean enabled) {
        Map<String, Object> changed =
                administrator().get(administration("/users/" + account)).path("");
        changed.put("enabled", enabled);
        administrator()
                .body(changed)
                .put(administration("/users/" + account))
                .then()
                .statusCode(204);
    }

    private static String clientToken(String client, String tenant, String... roles) {
        String id = administrator()
                .queryParam("clientId", client)
                .get(administration("/clients"))
                .path("[0].id");
        Map<String, Object> account = administrator()
                .get(administration("/clients/%s/service-account-user".formatted(id)))
                .path("");
        account.put("attributes", Map.of("tenant", List.of(tenant)));
        administrator()
                .body(account)
                .put(administration("/users/" + account.get("id")))
                .then()
                .statusCode(204);
        grant((String) account.get("id"), roles);
        String secret = administrator()
                .get(administration("/clients/%s/client-secret".formatted(id)))
                .path("value");
        return Tokens.from(given().formParams(Map.of(
                                "grant_type", "client_credentials", "client_id", client, "client_secret", secret))
                        .post(endpoint("token")))
                .access();
    }

    private static void grant(String account, String... roles) {
        List<Object> wanted = Arrays.stream(roles)
                .map(role ->
                        administrator().get(administration("/roles/" + role)).<Object>path(""))
                .toList();
        administrator()
                .body(wanted)
                .post(administration("/users/%s/role-mappings/realm".formatted(account)))
                .then()
                .statusCode(204);
    }

    private static RequestSpecification administrator() {
        return bearing(tokenOfAnotherRealm()).contentType(ContentType.JSON);
    }

    private static String created(Response answer) {
        answer.then().statusCode(201);
        return answer.header("Location").replaceFirst(".*/", "");
    }

    private static String endpoint(String name) {
        return TestKeycloak.issuer() + "/protocol/openid-connect/" + name;
    }

    private static String administration(String path) {
        return server("/admin/realms/janua" + path);
    }

    private static String server(String path) {
        return TestKeycloak.issuer().replaceFirst("/realms/.*", "") + path;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
