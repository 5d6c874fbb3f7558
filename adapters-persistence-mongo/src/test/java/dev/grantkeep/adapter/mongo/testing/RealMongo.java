package dev.grantkeep.adapter.mongo.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that only a real MongoDB can pass; on the stand-in it is skipped. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-mongodb")
@ExtendWith(RealMongoCondition.class)
public @interface RealMongo {
    /** What the stand-in does not do. */
    String value();
}
