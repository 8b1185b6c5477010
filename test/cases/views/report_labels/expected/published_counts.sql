select count_name, theirs, ours, difference, reason from published_counts where count_name = 'scene graphs'
