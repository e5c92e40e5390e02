package io.janua.tenant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<Tenant, String> {

    List<Tenant> after(String lastId, int limit) {
        return find("id > ?1 order by id", lastId).range(0, limit - 1).list();
    }
}
