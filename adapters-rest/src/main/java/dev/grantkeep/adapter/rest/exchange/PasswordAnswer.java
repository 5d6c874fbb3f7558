package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.error.PasswordCodes;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.token.TokenJson;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;

/** The answer of the token endpoint to a request with a password: what the authorization server has to check. */
final class PasswordAnswer {
    private PasswordAnswer() {}

    static Members members(Service service, ExchangeToken.PasswordAsked asked, Answers answers) {
        Members members = answers.begin(Action.PASSWORD, PasswordCodes.ASKED)
                .text("username", asked.username())
                .text("password", asked.password())
                .text("ticket", asked.ticket().value())
                .name("grantType", GrantType.PASSWORD)
                .name("clientAuthMethod", asked.authMethod())
                .texts("scopes", asked.scopes().toStrings());
        TokenJson.addClient(members, service, asked.client(), asked.aliasUsed());
        TokenJson.addAttributes(members, service, asked.client());
        return members;
    }
}
