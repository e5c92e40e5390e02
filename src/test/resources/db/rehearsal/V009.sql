-- A key of a device; whose certificate it is does not matter here.
UPDATE api_key SET certificate_thumbprint = sha256(secret_hash);
