#include "server/emulator_server.h"

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <optional>
#include <thread>
#include <utility>

#include "server/config_json.h"
#include "server/domain/secrets.h"
#include "server/envelope/contract.h"
#include "server/gate/gate.h"
#include "server/operations/install.h"
#include "server/tenants/tenants.h"
#include "server/transport/listener.h"
#include "server/transport/port_file.h"
#include "server/transport/public_url.h"
#include "server/transport/router.h"

namespace emulator {

struct Server::Parts {
  Parts(const Settings& its_settings, const std::map<std::string, std::string>& origins,
        std::function<void()> on_shutdown, Upstream* upstream)
      : settings(its_settings),
        tenants(settings.storage, settings.service.hash_cost),
        gate(operations, tenants, settings.service),
        router(
            gate, settings.admin,
            {config_json(settings, origins), [this] { shut_down(); }, false, slow.get_executor()},
            upstream),
        when_shut_down(std::move(on_shutdown)) {}

  // Also when the server could not be made whole: somebody may have shut it down already.
  ~Parts() {
    if (listener) listener->stop();
    slow.join();  // Its work goes back to the listener.
    if (stopper.joinable()) stopper.join();
  }

  // Once: to who owns it, asking again may mean to stop at once. A handler cannot wait for the end
  // of all handlers.
  void shut_down() {
    if (is_shut_down.test_and_set()) return;
    if (when_shut_down) {
      when_shut_down();
    } else {
      stopper = std::thread([this] { listener->stop(); });
    }
  }

  const Settings settings;
  Operations operations;
  Tenants tenants;
  Gate gate;
  // One that waits does not keep another from computing.
  boost::asio::thread_pool slow{2};
  Router router;
  std::string seed;
  const std::function<void()> when_shut_down;
  std::atomic_flag is_shut_down;
  std::thread stopper;
  std::optional<Listener> listener;
};

Server::Server(const Settings& settings, const std::map<std::string, std::string>& origins,
               std::function<void()> on_shutdown, Upstream* upstream) {
  start_secrets();
  const std::string& port_file = settings.transport.port_file;
  if (!port_file.empty()) remove_port_file(port_file);
  Contract::of(Service::user);  // Read now, not by the first caller.
  parts_ = std::make_unique<Parts>(settings, origins, std::move(on_shutdown), upstream);
  Parts& parts = *parts_;
  install_operations(parts.operations);
  const bool is_seeded = parts.tenants.of(Tenants::default_name).is_seeded;
  parts.seed = is_seeded ? settings.storage.seed : "kept";
  parts.listener.emplace(settings.transport,
                         [&parts](const HttpRequest& request, const Peer& peer) {
                           return parts.router.answer(request, peer);
                         });
  parts.router.set_ready(true);
  parts.listener->start();
  if (!port_file.empty()) write_port_file(port_file, port());
}

Server::~Server() = default;

std::uint16_t Server::port() const { return parts_->listener->port(); }

std::string Server::base_url() const {
  return own_base_url(parts_->settings.transport.bind, port());
}

std::string Server::seed() const { return parts_->seed; }

void Server::stop() { parts_->listener->stop(); }

Listener& Server::listener() { return *parts_->listener; }

}  // namespace emulator
