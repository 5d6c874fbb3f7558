package dev.grantkeep.adapter.rest.auth;

import io.micronaut.context.annotation.AliasFor;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller of calls of the API. A body of any type reaches it, because what cannot be read is told in the words of the
 * API; its methods may wait for the store.
 */
@Controller("/api")
@Consumes(MediaType.ALL)
@ExecuteOn(Gate.EXECUTOR)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {
    /** What a path of 3.0 has before that of 2.x: the service. */
    String V3 = "/{serviceId:[0-9]+}";

    /** Whose threads do the work. */
    @AliasFor(annotation = ExecuteOn.class, member = "value")
    String executor() default Gate.EXECUTOR;
}
